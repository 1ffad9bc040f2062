using System.Collections.Concurrent;

namespace GraphQLTokens.Engine.Execution.Plans;

/// <summary>
/// Documents seen before, neither parsed nor validated again. Two generations, bounded by the length of their texts: when the young one is
/// full it becomes the old one, and what nobody asks for any more goes with the generation after it. Reading takes no lock.
/// </summary>
internal sealed class DocumentCache(int maxCharacters)
{
    private readonly Lock gate = new();
    private ConcurrentDictionary<string, PreparedDocument> young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, PreparedDocument> old = new(StringComparer.Ordinal);
    private int youngCharacters;

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

    /// <summary>Keeps a document, unless it alone would fill a good part of the cache.</summary>
    public void Add(string text, PreparedDocument document)
    {
        if (text.Length > maxCharacters / 16)
            return;
        lock (gate)
        {
            if (!young.TryAdd(text, document))
                return;
            youngCharacters += text.Length;
            if (youngCharacters <= maxCharacters / 2)
                return;
            Volatile.Write(ref old, young);
            Volatile.Write(ref young, new ConcurrentDictionary<string, PreparedDocument>(StringComparer.Ordinal));
            youngCharacters = 0;
        }
    }
}
