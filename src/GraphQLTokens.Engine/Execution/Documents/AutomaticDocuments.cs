using System.Collections.Concurrent;

namespace GraphQLTokens.Engine.Execution.Documents;

/// <summary>
/// The texts that clients left behind under their hashes. Bounded in number and in length; when it is full, the caller with the largest share of it loses the
/// document that it has not asked for longest (second chance). So a caller that floods the store pushes out its own documents, and everybody else keeps at least an equal share.
/// Reading takes no lock.
/// </summary>
internal sealed class AutomaticDocuments(AutomaticDocumentOptions options)
{
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<object, Share> shares = [];
    private int documents;
    private int characters;

    /// <summary>The text of that hash, whoever left it: to name it is to know it. Null where there is none, and always for callers that have no share.</summary>
    public string? Find(object? caller, string hash)
    {
        if (!entries.TryGetValue(hash, out var entry) || options.KeyOf(caller) is null)
            return null;
        entry.WasAskedFor = true;
        return entry.Text;
    }

    /// <param name="caller">Takes the room, if the document is new.</param>
    /// <param name="hash">The text's own.</param>
    /// <param name="text">A valid document.</param>
    public void Keep(object? caller, string hash, string text)
    {
        if (text.Length > options.MaxCharacters / 16 || options.KeyOf(caller) is not { } owner)
            return;
        lock (gate)
        {
            var entry = new Entry(hash, text);
            if (!entries.TryAdd(hash, entry))
                return;
            if (!shares.TryGetValue(owner, out var share))
                shares.Add(owner, share = new Share(owner));
            share.Entries.Enqueue(entry);
            Count(share, 1, text.Length);
            while (documents > options.MaxDocuments || characters > options.MaxCharacters)
                DropOne();
        }
    }

    private void DropOne()
    {
        var largest = shares.Values.MaxBy(share => Math.Max(
            (double)share.Entries.Count / options.MaxDocuments, (double)share.Characters / options.MaxCharacters))!;
        var oldest = largest.Entries.Dequeue();
        while (oldest.WasAskedFor)
        {
            oldest.WasAskedFor = false;
            largest.Entries.Enqueue(oldest);
            oldest = largest.Entries.Dequeue();
        }

        entries.TryRemove(oldest.Hash, out _);
        Count(largest, -1, -oldest.Text.Length);
        if (largest.Entries.Count == 0)
            shares.Remove(largest.Owner);
    }

    private void Count(Share share, int moreDocuments, int moreCharacters)
    {
        documents += moreDocuments;
        characters += moreCharacters;
        share.Characters += moreCharacters;
    }

    private sealed class Entry(string hash, string text)
    {
        private volatile bool wasAskedFor = true;

        public string Hash { get; } = hash;

        public string Text { get; } = text;

        /// <summary>Since it was last considered for dropping; a new one was just asked for.</summary>
        public bool WasAskedFor { get => wasAskedFor; set => wasAskedFor = value; }
    }

    private sealed class Share(object owner)
    {
        public object Owner { get; } = owner;

        public Queue<Entry> Entries { get; } = new();

        public int Characters { get; set; }
    }
}
