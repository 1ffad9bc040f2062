using GraphQLTokens.Engine.Execution.Documents;

namespace GraphQLTokens.Engine.Tests.Execution.Documents;

public sealed class DocumentIdentifierTests
{
    // The two examples of the appendix.
    private const string Spaced = "7dba4bd717b41f10434822356a93c32b1fb4907b983e854300ad839f84cdcd6e";
    private const string Dense = "71f7dc5758652baac68e4a10c50be732b741c892ade2883a99358f52b555286b";

    [Theory]
    [InlineData("query ($id: ID!) {\n  user(id: $id) {\n    name\n  }\n}", Spaced)]
    [InlineData("query($id:ID!){user(id:$id){name}}", Dense)]
    [InlineData("{ a(text: \"é\") }", "21ba450da0998a420d8202221bd793357882e68f5bd5065ee1ebaa527fa9ab79")]
    public void Hashes_texts_as_the_specification_does(string text, string hash) => Assert.Equal(hash, DocumentIdentifier.HashOf(text));

    [Theory]
    [InlineData($"sha256:{Spaced}", Spaced)]
    [InlineData(Spaced, Spaced)]
    [InlineData("tokens.list", "tokens.list")]
    [InlineData("x-build:42", "x-build:42")]
    [InlineData($"SHA256:{Spaced}", $"SHA256:{Spaced}")]
    public void Keeps_each_under_one_key(string identifier, string key) => Assert.Equal(key, DocumentIdentifier.KeyOf(identifier));

    [Theory]
    [InlineData($"sha256:{Spaced}")]
    [InlineData(Spaced)]
    [InlineData("5d41402abc4b2a76b9719d911017c592")]
    [InlineData("tokens.list")]
    [InlineData("A-z_0~9")]
    [InlineData("x-build:42")]
    [InlineData("x-a:b.c")]
    public void Takes_the_identifiers_of_the_specification(string identifier) => Assert.True(DocumentIdentifier.IsWellFormed(identifier));

    [Theory]
    [InlineData("")]
    [InlineData("sha256:")]
    [InlineData("sha256:7dba")]
    [InlineData("sha256:7DBA4BD717B41F10434822356A93C32B1FB4907B983E854300AD839F84CDCD6E")]
    [InlineData($"SHA256:{Spaced}")]
    [InlineData("X-build:42")]
    [InlineData("x-bü:42")]
    [InlineData("md5:5d41402abc4b2a76b9719d911017c592")]
    [InlineData("x-:42")]
    [InlineData("x-build:")]
    [InlineData("x-build:4:2")]
    [InlineData(":x")]
    [InlineData("tokens/list")]
    [InlineData("token list")]
    [InlineData("tökens")]
    public void Refuses_every_other(string identifier) => Assert.False(DocumentIdentifier.IsWellFormed(identifier));
}
