using System.Text.RegularExpressions;
using GraphQLTokens.Engine.Validation;

namespace GraphQLTokens.Engine.Tests.Architecture;

/// <summary>Keeps <c>docs/engine-coverage.md</c> true.</summary>
public sealed partial class EngineCoverageTests
{
    private static readonly string[] Named = [.. Repository.Read("docs/engine-coverage.md").Split('`').Where((_, index) => index % 2 == 1)];

    [Fact]
    public void Every_file_that_is_named_is_there() => Assert.All(
        Named.Where(name => name.Contains('/', StringComparison.Ordinal) && !IsMediaType(name)), name => Assert.True(Path.Exists(Path.Combine(Repository.Root, name)), name));

    [Fact]
    public void Every_test_that_is_named_is_there()
    {
        var classes = typeof(EngineCoverageTests).Assembly.GetTypes().Where(type => type.Name.EndsWith("Tests", StringComparison.Ordinal)).ToLookup(type => type.Name);
        Assert.All(Named.Where(name => TestName().IsMatch(name)), name =>
        {
            var parts = name.Split('.');
            Assert.Contains(classes[parts[0]], type => parts.Length == 1 || type.GetMethod(parts[1])?.IsDefined(typeof(FactAttribute), inherit: true) == true);
        });
    }

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

    private static bool IsMediaType(string name) => name.StartsWith("application/", StringComparison.Ordinal) || name.StartsWith("text/", StringComparison.Ordinal);

    // A class, or a class and its method; what has a slash is a file.
    [GeneratedRegex(@"^\w+Tests(\.\w+)?$")]
    private static partial Regex TestName();
}
