using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Documents;
using GraphQLTokens.Engine.Language;

namespace GraphQLTokens.Engine.Tests.Execution.Documents;

public sealed class DocumentSourceTests
{
    private const string Data = """{"data":{"a":1}}""";
    private static readonly string Hash = DocumentIdentifier.HashOf("{ a }");
    private static readonly StoredDocumentOptions Trusted = new() { Trusted = [new TrustedDocument("tokens.list", new SourceText("{ a }", "list.graphql"))] };

    [Fact]
    public void A_documentId_names_what_was_left_under_its_hash()
    {
        var engine = StoringEngine.Automatic();
        Assert.Contains(ErrorCodes.DocumentNotFound, engine.ById($"sha256:{Hash}"), StringComparison.Ordinal);
        Assert.Equal(Data, engine.ById($"sha256:{Hash}", "{ a }"));
        Assert.Equal(Data, engine.ById($"sha256:{Hash}"));
        Assert.Equal(Data, engine.Persisted(Hash));
    }

    [Theory]
    [InlineData("tokens.list")]
    [InlineData("sha256:0000000000000000000000000000000000000000000000000000000000000000")]
    public void A_text_beside_a_documentId_must_be_of_that_hash(string id) =>
        Assert.Contains(ErrorCodes.PersistedQueryHashMismatch, StoringEngine.Automatic().ById(id, "{ a }"), StringComparison.Ordinal);

    [Fact]
    public void An_empty_text_alone_is_a_document_with_nothing_in_it() =>
        Assert.Contains(ErrorCodes.ParseFailed, StoringEngine.Automatic().Execute(new GraphQLRequest { Document = "" }), StringComparison.Ordinal);

    [Fact]
    public void What_one_caller_left_shows_no_more_of_the_schema_to_another_than_its_own_text_would()
    {
        var engine = StoringEngine.Automatic();
        var introspection = engine.Register("{ __schema { queryType { name } } }");
        var invalid = DocumentIdentifier.HashOf("{ nope }");

        Assert.Contains("\"data\"", engine.Persisted(introspection, caller: "other"), StringComparison.Ordinal);
        Assert.Contains("The document is not valid for this schema.", engine.Persisted(introspection, caller: "other", hideSchema: true), StringComparison.Ordinal);
        Assert.Contains("The document is not valid for this schema.", engine.Persisted(invalid, "{ nope }", hideSchema: true), StringComparison.Ordinal);
        Assert.Contains("nope", engine.Persisted(invalid, "{ nope }"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_names_must_be_of_one_document()
    {
        var engine = StoringEngine.Automatic();
        engine.Register("{ a }");
        var extensions = JsonSerializer.SerializeToElement(new { persistedQuery = new { version = 1, sha256Hash = Hash } });
        Assert.Equal(Data, engine.Execute(new GraphQLRequest { DocumentId = $"sha256:{Hash}", Extensions = extensions, Caller = "somebody" }));
        Assert.Contains(ErrorCodes.BadRequest, engine.Execute(new GraphQLRequest { DocumentId = "other", Extensions = extensions, Caller = "somebody" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_request_that_names_no_document_is_refused(string? id) =>
        Assert.Contains(ErrorCodes.BadRequest, StoringEngine.Automatic().Execute(new GraphQLRequest { DocumentId = id }), StringComparison.Ordinal);

    [Fact]
    public void A_trusted_document_answers_to_its_name_and_to_its_hash_in_either_protocol()
    {
        foreach (var engine in new[] { new StoringEngine(Trusted), new StoringEngine(Trusted with { TrustedOnly = true }) })
        {
            Assert.Equal(Data, engine.ById("tokens.list"));
            Assert.Equal(Data, engine.ById($"sha256:{Hash}"));
            Assert.Equal(Data, engine.Persisted("tokens.list"));
            Assert.Equal(Data, engine.Persisted(Hash));
            Assert.Equal(Data, engine.Persisted($"sha256:{Hash}"));
        }
    }

    [Fact]
    public void Beside_trusted_documents_texts_are_executed_and_other_names_unknown()
    {
        var engine = new StoringEngine(Trusted);
        Assert.Equal("""{"data":{"b":1}}""", engine.Execute(new GraphQLRequest { Document = "{ b }" }));
        Assert.Contains(ErrorCodes.DocumentNotFound, engine.ById("tokens.other"), StringComparison.Ordinal);
        Assert.Contains("PersistedQueryNotFound", engine.Persisted("other"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ a }")]
    [InlineData("{ b }")]
    [InlineData("{ __schema { types { name } } }")]
    [InlineData("{")]
    public void Where_only_trusted_documents_are_executed_every_text_is_refused_unread(string text)
    {
        var engine = new StoringEngine(Trusted with { TrustedOnly = true, Automatic = new AutomaticDocumentOptions() });
        Assert.Contains(ErrorCodes.DocumentNotTrusted, engine.Execute(new GraphQLRequest { Document = text }), StringComparison.Ordinal);
        Assert.Contains(ErrorCodes.DocumentNotTrusted, engine.ById("tokens.list", text), StringComparison.Ordinal);
        Assert.Contains(ErrorCodes.DocumentNotTrusted, engine.Persisted(DocumentIdentifier.HashOf(text), text), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_only_trusted_documents_are_executed_an_unknown_name_is_no_reason_to_send_a_text()
    {
        var engine = new StoringEngine(Trusted with { TrustedOnly = true, Automatic = new AutomaticDocumentOptions() });
        Assert.Contains(ErrorCodes.DocumentNotTrusted, engine.Persisted(DocumentIdentifier.HashOf("{ b }")), StringComparison.Ordinal);
        Assert.Contains(ErrorCodes.DocumentNotTrusted, engine.ById("tokens.other"), StringComparison.Ordinal);
    }

    [Fact]
    public void Trusted_documents_are_held_to_the_limits_of_each_request()
    {
        var engine = new StoringEngine(
            new StoredDocumentOptions { Trusted = [new TrustedDocument("all", new SourceText("query ($a: Boolean!) { a @include(if: $a) }", "all.graphql"))] });
        Assert.Contains(ErrorCodes.BadUserInput, engine.ById("all"), StringComparison.Ordinal);
    }
}
