using System.Text.RegularExpressions;

namespace GraphQLTokens.Engine.Tests.Architecture;

public sealed partial class RepositoryTests
{
    private const int Ceiling = 400;

    [Fact]
    public void No_source_file_is_longer_than_the_ceiling() => Assert.Empty(
        from path in Repository.Files("*.cs")
        where !IsMigration(path)
        let lines = Repository.Read(path).AsSpan().Count('\n')
        where lines > Ceiling
        select $"{path} has {lines} lines");

    [Fact]
    public void Namespaces_are_folders() => Assert.Empty(
        from path in Repository.Files("*.cs")
        where path.StartsWith("src/", StringComparison.Ordinal) || path.StartsWith("tests/", StringComparison.Ordinal)
        let found = NamespaceLine().Match(Repository.Read(path))
        let folder = string.Join('.', path.Split('/')[1..^1])
        where found.Success && found.Groups[1].Value != folder
        select $"{path} is in {found.Groups[1].Value}");

    [Fact]
    public void No_file_holds_a_path_of_somebodys_machine() => Assert.Empty(
        from path in Repository.Files()
        where !path.EndsWith(".png", StringComparison.Ordinal)
        let found = MachinePath().Match(Repository.Read(path))
        where found.Success
        select $"{path}: {found.Value}");

    [Fact]
    public void Npm_lock_files_name_no_registry() => Assert.Empty(
        from path in Repository.Files("package-lock.json")
        where Repository.Read(path).Contains("\"resolved\": \"http", StringComparison.Ordinal)
        select path);

    [Fact]
    public void Decisions_are_numbered_without_gaps_and_indexed()
    {
        var index = Repository.Read("docs/adr/README.md");
        var names = Repository.Files("*.md").Where(path => path.StartsWith("docs/adr/", StringComparison.Ordinal)).Select(Path.GetFileName)
            .OfType<string>().Where(name => name != "README.md").Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(names);
        for (var i = 0; i < names.Count; i++)
        {
            Assert.Matches($"^{i + 1:0000}-[a-z0-9-]+\\.md$", names[i]);
            Assert.Contains($"]({names[i]})", index, StringComparison.Ordinal);
            var text = Repository.Read("docs/adr/" + names[i]);
            Assert.StartsWith($"# {i + 1}. ", text, StringComparison.Ordinal);
            foreach (var part in (string[])["Context", "Options", "Decision", "Consequences"])
                Assert.Contains($"\n## {part}\n", text, StringComparison.Ordinal);
        }
        Assert.Equal(names.Count, IndexLine().Count(index));
    }

    [Theory]
    [InlineData("see /" + "root/x", true)]
    [InlineData("\"/" + "home/me/x\"", true)]
    [InlineData("C:" + "\\Users\\me", true)]
    [InlineData("https://example.com/" + "home/", false)]
    [InlineData("data/root-token", false)]
    [InlineData("tmpfs: [/" + "tmp]", false)]
    public void Knows_a_machine_path_when_it_sees_one(string text, bool expected) => Assert.Equal(expected, MachinePath().IsMatch(text));

    private static bool IsMigration(string path) => path.Contains("/Migrations/", StringComparison.Ordinal);

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"(?<![\w.}/-])/(?:root|work|tmp|home/\w+|Users/\w+)/[\w.-]|(?<!\w)[A-Z]:\\{1,2}Users")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\]\(\d{4}-")]
    private static partial Regex IndexLine();
}
