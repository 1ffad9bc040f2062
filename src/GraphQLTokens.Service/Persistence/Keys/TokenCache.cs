using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace GraphQLTokens.Service.Persistence.Keys;

/// <summary>
/// What was read of tokens, in memory, bounded. A hit takes no lock.
/// <para>
/// A change must not be undone by a read that began before it and lands after it. So a fill takes a ticket before it reads, with the
/// number of drops seen so far in the token's stripe, and is thrown away when that number has moved. Tokens that share a
/// stripe only cost each other a repeated read.
/// </para>
/// <para>
/// When full, a second-chance hand makes room: it passes over entries used since it last came by, and takes the first that was not.
/// </para>
/// </summary>
/// <typeparam name="T">What is kept of each token. It never changes: many requests hold it at once.</typeparam>
internal abstract class TokenCache<T>(int capacity)
    where T : class
{
    private const int Stripes = 256;

    private readonly ConcurrentDictionary<Guid, Entry> entries = new();
    private readonly Queue<Entry> hand = new();
    private readonly long[] drops = new long[Stripes];
    private readonly Lock changing = new();

    public int Count => entries.Count;

    public bool TryGet(Guid tokenId, [NotNullWhen(true)] out T? held)
    {
        if (!entries.TryGetValue(tokenId, out var entry))
        {
            held = null;
            return false;
        }
        if (!entry.Used)
            entry.Used = true;
        held = entry.Held;
        return true;
    }

    public FillTicket BeginFill(Guid tokenId) => new(tokenId, Volatile.Read(ref drops[StripeOf(tokenId)]));

    /// <summary>Keeps what was read, unless the token was dropped since the ticket was taken.</summary>
    public void Fill(FillTicket ticket, T read)
    {
        lock (changing)
        {
            if (drops[StripeOf(ticket.TokenId)] != ticket.DropsSeen || entries.ContainsKey(ticket.TokenId))
                return;
            while (hand.Count >= capacity)
                MoveHand();
            var entry = new Entry(ticket.TokenId, read);
            entries[ticket.TokenId] = entry;
            hand.Enqueue(entry);
        }
    }

    /// <summary>Forgets a token and refuses every fill of it that has begun.</summary>
    public void Drop(Guid tokenId)
    {
        lock (changing)
        {
            drops[StripeOf(tokenId)]++;
            if (entries.TryRemove(tokenId, out var entry))
                entry.Gone = true;
        }
    }

    /// <summary>Forgets everything: for changes that reach many tokens, such as a role's.</summary>
    public void DropAll()
    {
        lock (changing)
        {
            for (var stripe = 0; stripe < Stripes; stripe++)
                drops[stripe]++;
            entries.Clear();
            hand.Clear();
        }
    }

    private void MoveHand()
    {
        var entry = hand.Dequeue();
        if (entry.Gone)
            return;
        if (entry.Used)
        {
            entry.Used = false;
            hand.Enqueue(entry);
            return;
        }
        entries.TryRemove(entry.TokenId, out _);
    }

    private static int StripeOf(Guid tokenId) => (tokenId.GetHashCode() & int.MaxValue) % Stripes;

    private sealed class Entry(Guid tokenId, T held)
    {
        public Guid TokenId => tokenId;

        public T Held => held;

        public volatile bool Used;

        public bool Gone;
    }
}

/// <summary>Taken before a read that may fill the cache.</summary>
internal readonly record struct FillTicket(Guid TokenId, long DropsSeen);
