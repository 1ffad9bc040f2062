using System.Diagnostics.CodeAnalysis;
using GraphQLTokens.Engine.Execution.Plans;

namespace GraphQLTokens.Engine.Execution.Documents;

/// <summary>The trusted documents, parsed and validated when the service starts, and ready for as long as it runs.</summary>
internal sealed class TrustedDocuments
{
    private readonly Dictionary<string, (TrustedDocument Trusted, PreparedDocument Prepared)> documents = new(StringComparer.Ordinal);

    /// <exception cref="TrustedDocumentException">Documents with faults; all of them are listed.</exception>
    public TrustedDocuments(IReadOnlyList<TrustedDocument> trusted, DocumentPreparation preparation)
    {
        var faults = new List<string>();
        foreach (var document in trusted)
            faults.AddRange(Add(document, preparation));
        if (faults.Count > 0)
            throw new TrustedDocumentException(faults);
    }

    public bool AreNone => documents.Count == 0;

    public bool TryFind(string key, [NotNullWhen(true)] out PreparedDocument? document)
    {
        document = documents.TryGetValue(key, out var found) ? found.Prepared : null;
        return document is not null;
    }

    private IEnumerable<string> Add(TrustedDocument document, DocumentPreparation preparation)
    {
        var (id, source) = document;
        if (!DocumentIdentifier.IsWellFormed(id))
            return [$"{source.Name}: `{id}` is no identifier of a document: use letters, digits and -._~, or a prefix sha256: or x-…:"];
        var (key, hash) = (DocumentIdentifier.KeyOf(id), DocumentIdentifier.HashOf(source.Text));
        if (DocumentIdentifier.IsHash(key) && key != hash)
            return [$"{source.Name}: it is named by a SHA-256 that is not its text's, which is {hash}"];

        // Tools write fragments' files and several manifests with the same document in each.
        if (documents.TryGetValue(key, out var other))
            return other.Trusted.Source.Text == source.Text ? [] : [$"{source.Name}: {other.Trusted.Source.Name} has the identifier `{id}` too, and another text"];
        if (preparation.Make(source, hideSchema: false, out var prepared) is { Count: > 0 } errors)
            return errors.Select(error => error.Locations is [var at, ..] ? $"{source.Name}:{at.Line}:{at.Column}: {error.Message}" : $"{source.Name}: {error.Message}");
        documents.Add(key, (document, prepared!));
        documents.TryAdd(hash, (document, prepared!));
        return [];
    }
}
