using System.Text.RegularExpressions;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Rest.ForwardAuth;
using GraphQLTokens.Service.Tests.EndToEnd;

namespace GraphQLTokens.Service.Tests.Rest.ForwardAuth;

/// <summary>What can be told of the files in samples/gateways without the gateways; tests/gateways runs those of nginx and HAProxy.</summary>
public sealed partial class GatewaySampleTests
{
    private static readonly PermissionCatalog Catalog = new([]);

    private static readonly string[] Names = [.. Directory.GetFiles(Repository.PathOf("samples/gateways")).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Files => new(Names);

    [Theory]
    [MemberData(nameof(Files))]
    public void Asks_in_a_form_that_is_understood(string file)
    {
        var text = Repository.Read($"samples/gateways/{file}");
        // nginx has its rules in a variable, and ends a directive with a semicolon.
        var targets = Target().Matches(text).Select(match => match.Value.TrimEnd(';').Replace("&$token_rules", "", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(targets);
        Assert.All(targets, target => Assert.Null(ForwardAuthRules.Read(target, Catalog).Fault));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Takes_every_identity_header_from_the_answer(string file)
    {
        var text = Repository.Read($"samples/gateways/{file}");
        if (file.StartsWith("haproxy", StringComparison.Ordinal))
            Assert.Matches(@"x(-|\[-_\])auth(-|\[-_\])", text);
        else
            Assert.All(IdentityHeaders.Names, name => Assert.Contains(name, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_page_lists_every_identity_header_and_every_sample()
    {
        var page = Repository.Read("docs/gateways.md");
        Assert.All(IdentityHeaders.Names, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
        Assert.All(Names, file => Assert.Contains($"samples/gateways/{file})", page, StringComparison.Ordinal));
    }

    [GeneratedRegex("/auth/forward[?;][^\\s\"']*")]
    private static partial Regex Target();
}
