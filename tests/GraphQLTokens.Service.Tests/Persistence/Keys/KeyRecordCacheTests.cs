using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Keys;

namespace GraphQLTokens.Service.Tests.Persistence.Keys;

public sealed class KeyRecordCacheTests
{
    [Fact]
    public async Task A_read_that_began_before_a_change_and_lands_after_it_is_not_kept()
    {
        var cache = new KeyRecordCache(10);
        var reader = new HeldReader();
        var keys = new KeyRecords(cache, reader);
        var (before, after) = (Record("before"), Record("after", id: HeldReader.Id));

        var reading = keys.FindAsync(HeldReader.Id, default).AsTask(); // it reads the old row ...
        cache.Drop(HeldReader.Id);                                     // ... the change is committed and the key dropped ...
        reader.Answer(before with { TokenId = HeldReader.Id });        // ... and only now the old row lands
        Assert.Equal("before", (await reading)!.Name);

        reader.Answer(after);
        Assert.Equal("after", (await keys.FindAsync(HeldReader.Id, default))!.Name);
    }

    [Fact]
    public async Task A_key_seen_before_is_not_read_again_until_it_is_dropped()
    {
        var cache = new KeyRecordCache(10);
        var reader = new HeldReader();
        var keys = new KeyRecords(cache, reader);
        reader.Answer(Record("first", id: HeldReader.Id));

        await keys.FindAsync(HeldReader.Id, default);
        await keys.FindAsync(HeldReader.Id, default);
        Assert.Equal(1, reader.Reads);

        cache.Drop(HeldReader.Id);
        await keys.FindAsync(HeldReader.Id, default);
        Assert.Equal(2, reader.Reads);

        cache.DropAll();
        await keys.FindAsync(HeldReader.Id, default);
        Assert.Equal(3, reader.Reads);
    }

    [Fact]
    public void A_fill_that_began_before_everything_was_dropped_is_not_kept()
    {
        var cache = new KeyRecordCache(10);
        var record = Record("old");
        var ticket = cache.BeginFill(record.TokenId);
        cache.DropAll();
        cache.Fill(ticket, record);

        Assert.False(cache.TryGet(record.TokenId, out _));
    }

    [Fact]
    public void Stays_within_its_bound_and_keeps_what_is_in_use()
    {
        var cache = new KeyRecordCache(100);
        var favourite = Record("favourite");
        cache.Fill(cache.BeginFill(favourite.TokenId), favourite);
        for (var i = 0; i < 10_000; i++)
        {
            var record = Record("passing");
            cache.Fill(cache.BeginFill(record.TokenId), record);
            Assert.True(cache.TryGet(favourite.TokenId, out _));
            if (i % 3 == 0)
                cache.Drop(record.TokenId);
        }
        Assert.InRange(cache.Count, 1, 100);
    }

    private static KeyRecord Record(string name, Guid? id = null) => new()
    {
        TokenId = id ?? Guid.CreateVersion7(),
        TenantId = Guid.Empty,
        OwnerUserId = null,
        Name = name,
        RoleKey = null,
        Permissions = PermissionSet.None,
        Addresses = CidrRules.Open,
        Deleted = false,
        Active = true,
        OwnerEnabled = true,
        TenantEnabled = true,
        NotBefore = null,
        EndsAt = Instant.Never,
        RateLimit = null,
        Metadata = null,
        RightsVersion = 1,
        Values = [],
    };

    private sealed class HeldReader : IKeyRecordReader
    {
        public static readonly Guid Id = Guid.CreateVersion7();

        private TaskCompletionSource<KeyRecord?> answer = new();

        public int Reads { get; private set; }

        public void Answer(KeyRecord record)
        {
            if (!answer.TrySetResult(record))
            {
                answer = new();
                answer.SetResult(record);
            }
        }

        public ValueTask<KeyRecord?> ReadAsync(Guid tokenId, CancellationToken cancellationToken)
        {
            Reads++;
            return new(answer.Task);
        }
    }
}
