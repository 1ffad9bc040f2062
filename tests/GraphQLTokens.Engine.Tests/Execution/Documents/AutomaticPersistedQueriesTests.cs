using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Documents;

namespace GraphQLTokens.Engine.Tests.Execution.Documents;

/// <summary>The protocol as Apollo's clients speak it.</summary>
public sealed class AutomaticPersistedQueriesTests
{
    private const string Data = """{"data":{"a":1}}""";
    private const string NotFound = """{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}""";
    private const string NotSupported = """{"errors":[{"message":"PersistedQueryNotSupported","extensions":{"code":"PERSISTED_QUERY_NOT_SUPPORTED"}}]}""";

    [Fact]
    public void A_hash_is_unknown_until_its_text_has_come_with_it()
    {
        var engine = StoringEngine.Automatic();
        var hash = DocumentIdentifier.HashOf("{ a }");
        Assert.Equal(NotFound, engine.Persisted(hash));
        Assert.Equal(Data, engine.Persisted(hash, "{ a }"));
        Assert.Equal(Data, engine.Persisted(hash));
        Assert.Equal(Data, engine.Persisted(hash, ""));
    }

    [Theory]
    [InlineData("{ b }")]
    [InlineData("{a}")]
    [InlineData("{ a }\n")]
    public void A_text_under_another_s_hash_is_refused_and_neither_kept_nor_executed(string text)
    {
        var engine = StoringEngine.Automatic();
        var hash = DocumentIdentifier.HashOf("{ a }");
        Assert.Contains(ErrorCodes.PersistedQueryHashMismatch, engine.Persisted(hash, text), StringComparison.Ordinal);
        Assert.Equal(NotFound, engine.Persisted(hash));
        Assert.Equal(NotFound, engine.Persisted(DocumentIdentifier.HashOf(text)));
    }

    [Theory]
    [InlineData("{ a", ErrorCodes.ParseFailed)]
    [InlineData("{ nothing }", ErrorCodes.ValidationFailed)]
    [InlineData("{ a @skip(if: true) @skip(if: true) @skip(if: true) @skip(if: true) @skip(if: true) @skip(if: true) }", ErrorCodes.DirectiveLimitExceeded)]
    public void A_document_that_is_not_valid_is_not_kept(string text, string code)
    {
        var engine = StoringEngine.Automatic();
        var hash = DocumentIdentifier.HashOf(text);
        Assert.Contains(code, engine.Persisted(hash, text), StringComparison.Ordinal);
        Assert.Equal(NotFound, engine.Persisted(hash));
    }

    [Fact]
    public void A_document_without_a_hash_is_not_kept()
    {
        var engine = StoringEngine.Automatic();
        Assert.Equal(Data, engine.Execute(new GraphQLRequest { Document = "{ a }", Caller = "somebody" }));
        Assert.Equal(NotFound, engine.Persisted(DocumentIdentifier.HashOf("{ a }")));
    }

    [Fact]
    public void Whoever_has_no_share_is_served_by_text_and_nothing_else()
    {
        var engine = StoringEngine.Automatic();
        var hash = DocumentIdentifier.HashOf("{ a }");
        Assert.Equal(Data, engine.Persisted(hash, "{ a }", caller: null));
        Assert.Equal(NotFound, engine.Persisted(hash));
        Assert.Equal(Data, engine.Persisted(hash, "{ a }"));
        Assert.Equal(NotFound, engine.Persisted(hash, caller: null));
    }

    [Fact]
    public void What_was_kept_for_one_is_masked_for_another_as_if_it_had_brought_the_text()
    {
        var engine = StoringEngine.Automatic();
        var hash = engine.Register("{ __schema { types { name } } }");
        Assert.Contains(ErrorCodes.ValidationFailed, engine.Persisted(hash, caller: "other", hideSchema: true), StringComparison.Ordinal);
    }

    [Fact]
    public void The_bounds_hold_and_the_protocol_goes_on_where_a_document_was_dropped()
    {
        var engine = StoringEngine.Automatic(new AutomaticDocumentOptions { MaxDocuments = 1 });
        var first = engine.Register("{ a }");
        engine.Register("{ b }");
        Assert.Equal(NotFound, engine.Persisted(first));
        Assert.Equal(Data, engine.Persisted(first, "{ a }"));
        Assert.Equal(Data, engine.Persisted(first));
    }

    [Theory]
    [InlineData("1", "persistedQuery must be an object")]
    [InlineData("[]", "persistedQuery must be an object")]
    [InlineData("{}", "Unsupported persisted query version")]
    [InlineData("""{"sha256Hash":"x"}""", "Unsupported persisted query version")]
    [InlineData("""{"version":2,"sha256Hash":"x"}""", "Unsupported persisted query version")]
    [InlineData("""{"version":"1","sha256Hash":"x"}""", "Unsupported persisted query version")]
    [InlineData("""{"version":1.5,"sha256Hash":"x"}""", "Unsupported persisted query version")]
    [InlineData("""{"version":1}""", "sha256Hash must be a string")]
    [InlineData("""{"version":1,"sha256Hash":7}""", "sha256Hash must be a string")]
    [InlineData("""{"version":1,"sha256Hash":""}""", "sha256Hash must be a string")]
    public void A_malformed_extension_is_refused_with_and_without_a_text(string extension, string words)
    {
        var engine = StoringEngine.Automatic();
        foreach (var text in new[] { null, "{ a }" })
        {
            var answer = engine.Execute(new GraphQLRequest { Document = text, Extensions = Json($$"""{"persistedQuery":{{extension}}}"""), Caller = "somebody" });
            Assert.Contains(words, answer, StringComparison.Ordinal);
            Assert.Contains(ErrorCodes.BadRequest, answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Null_is_as_good_as_no_extension() =>
        Assert.Equal(Data, StoringEngine.Automatic().Execute(new GraphQLRequest { Document = "{ a }", Extensions = Json("""{"persistedQuery":null}""") }));

    [Fact]
    public void Where_it_is_off_clients_are_told_not_to_ask_again_and_texts_go_on()
    {
        var engine = new StoringEngine(new StoredDocumentOptions());
        var hash = DocumentIdentifier.HashOf("{ a }");
        Assert.Equal(NotSupported, engine.Persisted(hash));
        Assert.Equal(Data, engine.Persisted(hash, "{ a }"));
        Assert.Equal(NotSupported, engine.Persisted(hash));
    }

    [Fact]
    public void A_mutation_by_its_hash_is_still_none_of_a_GET_s()
    {
        var engine = StoringEngine.Automatic();
        var id = $"sha256:{engine.Register("mutation { c }")}";
        Assert.Contains(ErrorCodes.MethodNotAllowed, engine.Execute(new GraphQLRequest { DocumentId = id, QueriesOnly = true, Caller = "somebody" }), StringComparison.Ordinal);
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
