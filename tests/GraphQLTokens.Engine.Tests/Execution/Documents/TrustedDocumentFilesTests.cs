using GraphQLTokens.Engine.Execution.Documents;

namespace GraphQLTokens.Engine.Tests.Execution.Documents;

public sealed class TrustedDocumentFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("documents").FullName;

    [Fact]
    public void Names_the_documents_of_a_folder_by_their_paths()
    {
        Write("viewer.graphql", "{ a }");
        Write("tokens/list.gql", "{ b }");
        Write("tokens/README.md", "not a document");
        Assert.Equal([("tokens.list", "{ b }"), ("viewer", "{ a }")], Read(folder));
    }

    [Fact]
    public void Takes_manifests_in_a_folder_too()
    {
        Write("viewer.graphql", "{ a }");
        Write("web.json", """{"abc":"{ b }"}""");
        Assert.Equal([("viewer", "{ a }"), ("abc", "{ b }")], Read(folder));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_a_document()
    {
        File.WriteAllBytes(Path.Combine(folder, "a.graphql"), [0xEF, 0xBB, 0xBF, .. "{ a }"u8]);
        Assert.Equal([("a", "{ a }")], Read(folder));
    }

    [Fact]
    public void Says_where_a_document_stands()
    {
        var graphql = Write("a.graphql", "{ a }");
        var json = Write("b.json", """{"abc":"{ b }"}""");
        Assert.Equal([graphql, $"{json}#abc"], TrustedDocumentFiles.Read(folder).Select(document => document.Source.Name));
    }

    [Theory]
    [InlineData("""{"sha256:abc":"{ a }","5d41402abc4b2a76b9719d911017c592":"{ b }"}""", "sha256:abc", "5d41402abc4b2a76b9719d911017c592")]
    [InlineData("""{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"id":"x","name":"A","type":"query","body":"{ a }"},{"id":"y","body":"{ b }"}]}""", "x", "y")]
    public void Reads_the_manifests_that_tools_write(string manifest, string first, string second) =>
        Assert.Equal([(first, "{ a }"), (second, "{ b }")], Read(Write("manifest.json", manifest)));

    [Theory]
    [InlineData("[]", "manifest.json: a manifest is a JSON object")]
    [InlineData("{}", "there are no documents")]
    [InlineData("{\n \"a\": oops}", "manifest.json:2:7: it is no JSON")]
    [InlineData("""{"a":"{ a }","a":"{ b }"}""", "manifest.json: an object in it holds the same member twice")]
    [InlineData("""{"a":{"b":"{ a }"}}""", "manifest.json: `a` has no text")]
    [InlineData("""{"format":"apollo-persisted-query-manifest","version":2,"operations":[]}""", "only version 1")]
    [InlineData("""{"format":"apollo-persisted-query-manifest","version":"1","operations":[]}""", "only version 1")]
    [InlineData("""{"format":"apollo-persisted-query-manifest","version":1.5,"operations":[]}""", "only version 1")]
    [InlineData("""{"format":"apollo-persisted-query-manifest","operations":[]}""", "only version 1")]
    [InlineData("""{"format":"apollo-persisted-query-manifest","version":1,"operations":{}}""", "no list of operations")]
    [InlineData("""{"format":"apollo-persisted-query-manifest","version":1,"operations":[5]}""", "an operation has no id")]
    [InlineData("""{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"id":5,"body":"{ a }"}]}""", "an operation has no id")]
    [InlineData("""{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"id":"x","body":5}]}""", "`x` has no text")]
    [InlineData("""{"format":"apollo-persisted-query-manifest","version":1}""", "no list of operations")]
    [InlineData("""{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"body":"{ a }"}]}""", "an operation has no id")]
    [InlineData("""{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"id":"x"}]}""", "`x` has no text")]
    [InlineData("""{"format":"apollo-persisted-query-manifest","version":1,"operations":[]}""", "there are no documents")]
    public void Says_what_is_wrong_with_a_manifest(string manifest, string fault)
    {
        var path = Write("manifest.json", manifest);
        Assert.Contains(fault, Assert.Throws<TrustedDocumentException>(() => TrustedDocumentFiles.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_read_is_a_fault()
    {
        Assert.Contains("no documents", Assert.Throws<TrustedDocumentException>(() => TrustedDocumentFiles.Read(folder)).Message, StringComparison.Ordinal);
        var nowhere = Path.Combine(folder, "nowhere");
        Assert.Contains($"{nowhere}: there is no such file or folder", Assert.Throws<TrustedDocumentException>(() => TrustedDocumentFiles.Read(nowhere)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_fault()
    {
        Write("a.graphql", "{ a }");
        File.CreateSymbolicLink(Path.Combine(folder, "b.graphql"), Path.Combine(folder, "gone"));

        Assert.Contains($"{folder}: it cannot be read: ", Assert.Throws<TrustedDocumentException>(() => TrustedDocumentFiles.Read(folder)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static IEnumerable<(string Id, string Text)> Read(string path) => TrustedDocumentFiles.Read(path).Select(document => (document.Id, document.Source.Text));

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
