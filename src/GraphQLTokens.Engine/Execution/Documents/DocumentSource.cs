using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution.Plans;

namespace GraphQLTokens.Engine.Execution.Documents;

/// <summary>
/// From what a request says to the document that it means. The one place that knows of stored documents: what it hands on is prepared, wherever it came from.
/// </summary>
internal sealed class DocumentSource
{
    private readonly DocumentPreparation preparation;
    private readonly TrustedDocuments trusted;
    private readonly AutomaticDocuments? automatic;
    private readonly bool trustedOnly;

    /// <exception cref="TrustedDocumentException">Trusted documents with faults.</exception>
    public DocumentSource(DocumentPreparation preparation, StoredDocumentOptions options)
    {
        this.preparation = preparation;
        trusted = new TrustedDocuments(options.Trusted, preparation);
        automatic = options.Automatic is { } bounds ? new AutomaticDocuments(bounds) : null;
        trustedOnly = options.TrustedOnly;
    }

    /// <returns>Empty where there is a document; else why there is none, in words for this request.</returns>
    public IReadOnlyList<GraphQLError> Find(GraphQLRequest request, out PreparedDocument? document)
    {
        document = null;
        if (DocumentReference.Read(request, out var meant) is { } malformed)
            return [malformed];
        return meant.Text is { } text
            ? FindByText(text, meant.Key, request, out document)
            : FindByKey(meant.Key!, meant.IsAutomatic, request, out document);
    }

    private IReadOnlyList<GraphQLError> FindByText(string text, string? key, GraphQLRequest request, out PreparedDocument? document)
    {
        document = null;
        if (trustedOnly)
            return [DocumentErrors.TextNotTrusted];
        if (key is not null && key != DocumentIdentifier.HashOf(text))
            return [DocumentErrors.HashMismatch];
        var errors = preparation.Prepare(text, request.HideSchema, out document);
        if (key is not null && document is not null)
            automatic?.Keep(request.Caller, key, text);
        return errors;
    }

    private IReadOnlyList<GraphQLError> FindByKey(string key, bool isAutomatic, GraphQLRequest request, out PreparedDocument? document)
    {
        if (trusted.TryFind(key, out document))
            return [];
        if (trustedOnly)
            return [DocumentErrors.NotTrusted];
        if (automatic?.Find(request.Caller, key) is { } text)
            return preparation.Prepare(text, request.HideSchema, out document);
        if (!isAutomatic)
            return [DocumentErrors.NotFound];

        // Told that nothing is stored here, a client does not try again; told that this one is not, it sends the text.
        return [automatic is null && trusted.AreNone ? DocumentErrors.PersistedQueryNotSupported : DocumentErrors.PersistedQueryNotFound];
    }
}
