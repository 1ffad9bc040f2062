using System.Reflection;
using GraphQLTokens.Engine.Tests.Architecture;

namespace GraphQLTokens.Service.Tests.Architecture;

public sealed class ServiceDirectionTests
{
    private const string Root = "GraphQLTokens.Service";

    // Domain <- Persistence <- Operations <- Access <- { GraphQL, Rest, OAuth } <- Program (the root). Hosting stands beside Access:
    // it leaves the client's address there, and the doors ask it for absolute URLs.
    private static readonly Rooms Directions = new(Root, new Dictionary<string, string[]>
    {
        ["Domain"] = [],
        ["Persistence"] = ["Domain"],
        ["Operations"] = ["Domain", "Persistence"],
        ["Access"] = ["Domain", "Persistence", "Operations"],
        ["Hosting"] = ["Domain", "Access"],
        ["GraphQL"] = ["Domain", "Persistence", "Operations", "Access", "Hosting"],
        ["Rest"] = ["Domain", "Persistence", "Operations", "Access", "Hosting"],
        ["OAuth"] = ["Domain", "Persistence", "Operations", "Access", "Hosting"],
        [""] = ["Domain", "Persistence", "Operations", "Access", "Hosting", "GraphQL", "Rest", "OAuth"],
    });

    private static readonly IReadOnlyCollection<TypeUse> Uses = Read();

    [Fact]
    public void Rooms_name_only_the_rooms_below_them() => Assert.Empty(Directions.Breaches(Uses));

    [Fact]
    public void Only_the_doors_access_and_the_program_name_the_engine() =>
        Assert.Empty(Uses.NamedOutside(use => Directions.Room(use.UserNamespace) is "GraphQL" or "Access" or "", "GraphQLTokens.Engine"));

    [Fact]
    public void Only_persistence_names_a_database_provider() => Assert.Empty(Uses.NamedOutside(
        use => Directions.Room(use.UserNamespace) is "Persistence",
        "Microsoft.Data.Sqlite", "Microsoft.EntityFrameworkCore.Sqlite", "SQLitePCL", "Npgsql"));

    // An operation saves its one unit of work, hence Operations; the providers stay out of its sight all the same.
    [Fact]
    public void Only_persistence_and_operations_name_the_mapper() => Assert.Empty(Uses.NamedOutside(
        use => Directions.Room(use.UserNamespace) is "Persistence" or "Operations",
        "Microsoft.EntityFrameworkCore"));

    [Fact]
    public void The_domain_names_the_base_library_only() => Assert.Empty(
        from use in Uses
        where Directions.Room(use.UserNamespace) == "Domain" && use.UsedAssembly != Root
        where use.UsedAssembly.Split('.')[0] != "System" || !use.UsedNamespace.StartsWith("System", StringComparison.Ordinal)
        select use.ToString());

    [Fact]
    public void The_request_stays_at_the_doors() => Assert.Empty(
        from use in Uses
        where use.Used is "Microsoft.AspNetCore.Http.HttpContext" or "Microsoft.AspNetCore.Http.HttpRequest" or "Microsoft.AspNetCore.Http.HttpResponse"
        where Directions.Room(use.UserNamespace) is not ("Rest" or "OAuth" or "Hosting")
        where !MayAnswerRequests(use.User)
        select use.ToString());

    // A door that judged keys by itself would one day judge them differently.
    [Fact]
    public void Doors_have_their_callers_from_the_one_reader() => Assert.Empty(
        from use in Uses
        where Directions.Room(use.UserNamespace) is "GraphQL" or "Rest"
        where use.Used is Root + ".Access.Authenticator" or Root + ".Access.Credential" or Root + ".Domain.TokenHasher" or Root + ".Persistence.Keys.KeyRecords"
        select use.ToString());

    [Fact]
    public void Types_are_sealed_and_well_named() => Assert.Empty(TypeRules.Breaches(Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, Root + ".dll"))));

    /// <summary>Who reads the caller from the request, who answers a repeated one, and who writes the refusal.</summary>
    private static bool MayAnswerRequests(string type) =>
        type.StartsWith(Root + ".Access.CallerReader", StringComparison.Ordinal)
        || type.StartsWith(Root + ".Access.Idempotency.", StringComparison.Ordinal)
        || type == Root + ".Access.DenialResult";

    /// <summary>The program itself has no namespace; it is the root.</summary>
    private static List<TypeUse> Read() =>
    [
        .. from use in AssemblyReader.Read(Path.Combine(AppContext.BaseDirectory, Root + ".dll"))
           select use.User == "Program" ? use with { UserNamespace = Root } : use,
    ];
}
