using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Persistence.Keys;

/// <summary>
/// Key records in memory, bounded. A hit takes no lock.
/// <para>
/// A change must not be undone by a read that began before it and lands after it. So a fill takes a ticket before it reads, with the
/// number of drops seen so far in the key's stripe, and is thrown away when that number has moved. Keys that share a
/// stripe only cost each other a repeated read.
/// </para>
/// <para>
/// When full, a second-chance hand makes room: it passes over entries used since it last came by, and takes the first that was not.
/// </para>
/// </summary>
internal sealed class KeyRecordCache(int capacity)
{
    private const int Stripes = 256;

    private readonly ConcurrentDictionary<Guid, Entry> entries = new();
    private readonly Queue<Entry> hand = new();
    private readonly long[] drops = new long[Stripes];
    private readonly Lock changing = new();

    public int Count => entries.Count;

    public bool TryGet(Guid tokenId, [NotNullWhen(true)] out KeyRecord? record)
    {
        if (!entries.TryGetValue(tokenId, out var entry))
        {
            record = null;
            return false;
        }
        if (!entry.Used)
            entry.Used = true;
        record = entry.Record;
        return true;
    }

    public FillTicket BeginFill(Guid tokenId) => new(tokenId, Volatile.Read(ref drops[StripeOf(tokenId)]));

    /// <summary>Keeps the record, unless the key was dropped since the ticket was taken.</summary>
    public void Fill(FillTicket ticket, KeyRecord record)
    {
        lock (changing)
        {
            if (drops[StripeOf(ticket.TokenId)] != ticket.DropsSeen || entries.ContainsKey(ticket.TokenId))
                return;
            while (hand.Count >= capacity)
                MoveHand();
            var entry = new Entry(record);
            entries[ticket.TokenId] = entry;
            hand.Enqueue(entry);
        }
    }

    /// <summary>Forgets a key and refuses every fill of it that has begun.</summary>
    public void Drop(Guid tokenId)
    {
        lock (changing)
        {
            drops[StripeOf(tokenId)]++;
            if (entries.TryRemove(tokenId, out var entry))
                entry.Gone = true;
        }
    }

    /// <summary>Forgets everything: for changes that reach many keys, such as a role's.</summary>
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
        entries.TryRemove(entry.Record.TokenId, out _);
    }

    private static int StripeOf(Guid tokenId) => (tokenId.GetHashCode() & int.MaxValue) % Stripes;

    private sealed class Entry(KeyRecord record)
    {
        public KeyRecord Record => record;

        public volatile bool Used;

        public bool Gone;
    }
}

/// <summary>Taken before a read that may fill the cache.</summary>
internal readonly record struct FillTicket(Guid TokenId, long DropsSeen);
