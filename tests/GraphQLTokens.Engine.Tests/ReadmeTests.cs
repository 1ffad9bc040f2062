using GraphQLTokens.Engine.Tests.Architecture;

namespace GraphQLTokens.Engine.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void The_example_in_the_readme_is_the_one_that_is_compiled_here()
    {
        var example = Repository.Read("tests/GraphQLTokens.Engine.Tests/ReadmeExample.cs").Replace("namespace GraphQLTokens.Engine.Tests;\n\n", "", StringComparison.Ordinal);
        Assert.Contains($"```csharp\nusing GraphQLTokens.Engine;\n{example}```\n", Repository.Read("src/GraphQLTokens.Engine/README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_example_answers_what_the_readme_says()
    {
        var (document, response) = Lines().Select(line => line.Split("  ->  ")).Where(parts => parts.Length == 2).Select(parts => (parts[0].Trim(' ', '/'), parts[1])).Single();
        Assert.Equal(response, await Library.AskAsync(document, CancellationToken.None));
    }

    [Fact]
    public void Every_folder_and_file_that_the_readme_names_is_there() => Assert.All(
        Lines().SelectMany(line => line.Split('`').Where((_, index) => index % 2 == 1)).Where(name => name.EndsWith('/') || name.EndsWith(".cs", StringComparison.Ordinal)),
        name => Assert.True(Path.Exists(Path.Combine(Repository.Root, "src/GraphQLTokens.Engine", name)), name));

    private static string[] Lines() => Repository.Read("src/GraphQLTokens.Engine/README.md").Split('\n');
}
