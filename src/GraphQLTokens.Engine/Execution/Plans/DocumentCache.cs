using System.Collections.Concurrent;

namespace GraphQLTokens.Engine.Execution.Plans;

/// <summary>
/// Documents seen before, neither parsed nor validated again. Two generations, bounded by what their documents weigh, plans included: when the young one is
/// full it becomes the old one, and what nobody asks for any more goes with the generation after it. Reading takes no lock.
/// </summary>
/// <param name="maxBytes">What both generations together may weigh.</param>
internal sealed class DocumentCache(long maxBytes)
{
    private readonly Lock gate = new();
    private ConcurrentDictionary<string, PreparedDocument> young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, PreparedDocument> old = new(StringComparer.Ordinal);
    private long youngBytes;

    // No document alone may fill a good part of the cache.
    private long MaxDocumentBytes => maxBytes / 16;

    /// <summary>The document of that text, or null.</summary>
    public PreparedDocument? Find(string text)
    {
        if (Volatile.Read(ref young).TryGetValue(text, out var document))
            return document;
        if (!Volatile.Read(ref old).TryGetValue(text, out document))
            return null;
        Add(text, document);
        return document;
    }

    /// <summary>Keeps a document, unless it is too heavy. Plans are made of it later: it is watched while it gains weight.</summary>
    public void Add(string text, PreparedDocument document)
    {
        if (document.Weight > MaxDocumentBytes)
            return;
        document.Watch(gained => Gain(text, document, gained));
        lock (gate)
        {
            if (young.TryAdd(text, document))
                Count(document.Weight);
        }
    }

    private void Gain(string text, PreparedDocument document, long gained)
    {
        lock (gate)
        {
            if (document.Weight > MaxDocumentBytes)
            {
                young.TryRemove(text, out _);
                old.TryRemove(text, out _);
            }
            else if (young.ContainsKey(text))
                Count(gained);
        }
    }

    private void Count(long bytes)
    {
        youngBytes += bytes;
        if (youngBytes <= maxBytes / 2)
            return;
        Volatile.Write(ref old, young);
        Volatile.Write(ref young, new ConcurrentDictionary<string, PreparedDocument>(StringComparer.Ordinal));
        youngBytes = 0;
    }
}
