using System.Reflection;

namespace GraphQLTokens.Engine.Tests.Architecture;

public sealed class EngineDirectionTests
{
    private const string Root = "GraphQLTokens.Engine";

    // Errors <- Language <- TypeSystem <- Validation <- Execution <- RequestExecutor (the root) <- Transports
    private static readonly Rooms Directions = new(Root, new Dictionary<string, string[]>
    {
        ["Errors"] = [],
        ["Language"] = ["Errors"],
        ["TypeSystem"] = ["Errors", "Language"],
        ["Validation"] = ["Errors", "Language", "TypeSystem"],
        ["Execution"] = ["Errors", "Language", "TypeSystem", "Validation"],
        [""] = ["Errors", "Language", "TypeSystem", "Validation", "Execution"],
        ["Transports"] = ["", "Errors", "Language", "TypeSystem", "Validation", "Execution"],
    });

    private static readonly IReadOnlyCollection<TypeUse> Uses = AssemblyReader.Read(Path.Combine(AppContext.BaseDirectory, Root + ".dll"));

    [Fact]
    public void Rooms_name_only_the_rooms_below_them() => Assert.Empty(Directions.Breaches(Uses));

    [Fact]
    public void Only_transports_name_the_web_framework() => Assert.Empty(Uses.NamedOutside(
        use => Directions.Room(use.UserNamespace) is null or "Transports",
        "Microsoft.AspNetCore"));

    [Fact]
    public void The_engine_names_no_token_and_no_database() => Assert.Empty(Uses.NamedOutside(
        use => Directions.Room(use.UserNamespace) is null,
        "GraphQLTokens.Service", "Microsoft.EntityFrameworkCore", "Microsoft.Data", "Npgsql"));

    [Fact]
    public void Types_are_sealed_and_well_named() => Assert.Empty(TypeRules.Breaches(Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, Root + ".dll"))));
}
