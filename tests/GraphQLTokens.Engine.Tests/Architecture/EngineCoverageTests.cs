using GraphQLTokens.Engine.Validation;

namespace GraphQLTokens.Engine.Tests.Architecture;

/// <summary>Keeps <c>docs/engine-coverage.md</c> true.</summary>
public sealed class EngineCoverageTests
{
    private static readonly string[] Named = [.. Repository.Read("docs/engine-coverage.md").Split('`').Where((_, index) => index % 2 == 1)];

    [Fact]
    public void Every_file_that_is_named_is_there() => Assert.All(
        Named.Where(name => name.Contains('/', StringComparison.Ordinal)), name => Assert.True(Path.Exists(Path.Combine(Repository.Root, name)), name));

    [Fact]
    public void Every_rule_of_validation_is_named_with_its_file_and_its_test()
    {
        var rules = Repository.Files("*Rule.cs").Where(path => path.StartsWith("src/GraphQLTokens.Engine/Validation/Rules/", StringComparison.Ordinal)).ToList();
        Assert.Equal(SpecifiedRules.All.Length, rules.Count);
        Assert.All(rules, path =>
        {
            Assert.Contains(Path.GetFileNameWithoutExtension(path), Named);
            Assert.Contains(path, Named);
            Assert.Contains(path.Replace("src/GraphQLTokens.Engine/", "tests/GraphQLTokens.Engine.Tests/", StringComparison.Ordinal).Replace(".cs", "Tests.cs", StringComparison.Ordinal), Named);
        });
    }
}
