using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Documents;
using GraphQLTokens.Engine.Language;

namespace GraphQLTokens.Engine.Tests.Execution.Documents;

public sealed class TrustedDocumentsTests
{
    private static readonly string HashOfA = DocumentIdentifier.HashOf("{ a }");

    [Theory]
    [InlineData("list", "{\n  a\n  nothing\n}", "list.graphql:3:3: Cannot query field \"nothing\" on type \"Query\".")]
    [InlineData("list", "{ a", "list.graphql:1:4: ")]
    [InlineData("list", "fragment F on Query { a }", "list.graphql:1:1: Fragment \"F\" is never used.")]
    [InlineData("list", "type T { a: Int }", "list.graphql:1:1: ")]
    [InlineData("the list", "{ a }", "list.graphql: `the list` is no identifier")]
    [InlineData("md5:00", "{ a }", "list.graphql: `md5:00` is no identifier")]
    [InlineData("sha256:0000000000000000000000000000000000000000000000000000000000000000", "{ a }", "list.graphql: it is named by a SHA-256 that is not its text's")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", "{ a }", "list.graphql: it is named by a SHA-256 that is not its text's")]
    public void A_document_with_a_fault_keeps_the_executor_from_being_made(string id, string text, string fault) =>
        Assert.StartsWith(fault, Assert.Single(FaultsOf(new TrustedDocument(id, new SourceText(text, "list.graphql")))), StringComparison.Ordinal);

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var faults = FaultsOf(
            new TrustedDocument("one", new SourceText("{ x y }", "one.graphql")),
            new TrustedDocument("two", new SourceText("{ a }", "two.graphql")),
            new TrustedDocument("three", new SourceText("{ z }", "three.graphql")));
        Assert.Equal(["one.graphql:1:3", "one.graphql:1:5", "three.graphql:1:3"], faults.Select(fault => fault[..fault.IndexOf(": ", StringComparison.Ordinal)]));
    }

    [Fact]
    public void The_limits_on_documents_hold_for_them_too()
    {
        var options = new ExecutionOptions { Document = new() { MaxAliases = 1 } };
        var fault = Assert.Throws<TrustedDocumentException>(() => new StoringEngine(
            new StoredDocumentOptions { Trusted = [new TrustedDocument("x", new SourceText("{ x: a y: a }", "x.graphql"))] }, options));
        Assert.Contains("x.graphql:1:1: The operation uses 2 aliases", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_name_may_stand_for_one_text_only()
    {
        var first = new TrustedDocument("list", new SourceText("{ a }", "old.json#list"));
        Assert.Contains("old.json#list", Assert.Single(FaultsOf(first, new TrustedDocument("list", new SourceText("{ b }", "new.json#list")))), StringComparison.Ordinal);
        Assert.Empty(FaultsOf(first, new TrustedDocument("list", new SourceText("{ a }", "new.json#list"))));
    }

    [Fact]
    public void Several_names_may_stand_for_one_text() => Assert.Empty(FaultsOf(
        new TrustedDocument("list", new SourceText("{ a }", "list.graphql")),
        new TrustedDocument($"sha256:{HashOfA}", new SourceText("{ a }", "web.json#1")),
        new TrustedDocument(HashOfA, new SourceText("{ a }", "web.json#2")),
        new TrustedDocument("x-old:1", new SourceText("{ a }", "web.json#3"))));

    private static IReadOnlyList<string> FaultsOf(params TrustedDocument[] documents)
    {
        try
        {
            _ = new StoringEngine(new StoredDocumentOptions { Trusted = documents });
            return [];
        }
        catch (TrustedDocumentException exception)
        {
            return exception.Faults;
        }
    }
}
