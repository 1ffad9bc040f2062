namespace GraphQLTokens.Engine.Execution.Documents;

/// <summary>Which documents a request may name instead of sending their text. <c>docs/stored-documents.md</c> has the whole of it.</summary>
public sealed record StoredDocumentOptions
{
    /// <summary>Automatic persisted queries: documents that clients leave behind under their hashes. Null, and so off, unless told.</summary>
    public AutomaticDocumentOptions? Automatic { get; init; }

    /// <summary>Documents that whoever runs the service has put there, e.g. by <see cref="TrustedDocumentFiles.Read"/>. Each must fit the schema and the limits of requests.</summary>
    public IReadOnlyList<TrustedDocument> Trusted { get; init; } = [];

    /// <summary>Executes nothing but <see cref="Trusted"/>: a request with a text of its own is refused, and with it introspection by hand.</summary>
    public bool TrustedOnly { get; init; }
}
