using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence.Listing;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Persistence.Listing;

public sealed class TokenPageReaderTests : IAsyncLifetime
{
    private const int Count = 40;

    private TestService service = null!;
    private Caller root = null!;

    public static TheoryData<string, string?> Orders()
    {
        string[] keys = ["Name", "CreatedAt", "ExpiresAt", "LastUsedAt"];
        var rows = new TheoryData<string, string?>();
        foreach (var key in keys)
        {
            foreach (var direction in new[] { "+", "-" })
            {
                rows.Add(direction + key, null);
                foreach (var second in keys.Where(second => second != key))
                    rows.Add(direction + key, "-" + second);
            }
        }
        return rows;
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Pages_of_any_size_from_either_end_give_the_whole_list_in_order(string first, string? second)
    {
        var order = second is null ? new[] { Order(first) } : [Order(first), Order(second)];
        var expected = await SortedInMemoryAsync(order);
        foreach (var size in new[] { 1, 7, Count + 1 })
        {
            Assert.Equal(expected, await WalkAsync(order, size, forwards: true));
            Assert.Equal(expected, await WalkAsync(order, size, forwards: false));
        }
    }

    [Fact]
    public async Task A_walk_misses_and_repeats_nothing_that_stays_while_rows_come_and_go()
    {
        var order = new[] { new TokenOrder(TokenSortKey.Name, false) };
        var names = new List<string>();
        string? after = null;
        var round = 0;
        do
        {
            var page = await ReadAsync(new ListTokensInput { First = 5, After = after, Order = order });
            names.AddRange(page.Tokens.Select(token => token.Name));
            after = page.HasNext ? page.CursorOf(page.Tokens[^1]) : null;
            await service.CreateAsync(new CreateTokenInput { Name = $"new {round++}" });
            await service.CreateAsync(new CreateTokenInput { Name = $"A new {round}" }); // before every place already passed
            var last = page.Tokens[^1];
            await service.Get<DeleteToken>().RunAsync(root, new DeleteTokenInput(last.Id.ToString()), default); // the cursor's own row goes
        }
        while (after is not null && round < 100);

        var stayed = names.Where(name => name.StartsWith("token", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.Equal(stayed.Order(StringComparer.OrdinalIgnoreCase), stayed);
        Assert.Equal(Count, stayed.Count);
    }

    [Fact]
    public async Task Both_bounds_hold_at_once()
    {
        var order = new[] { new TokenOrder(TokenSortKey.Name, false) };
        var all = await ReadAsync(new ListTokensInput { First = 41, Order = order });

        var between = await ReadAsync(new ListTokensInput { First = 10, After = all.CursorOf(all.Tokens[3]), Before = all.CursorOf(all.Tokens[6]), Order = order });

        Assert.Equal(all.Tokens.Skip(4).Take(2).Select(token => token.Id), between.Tokens.Select(token => token.Id));
        Assert.True(between.HasPrevious);
        Assert.False(between.HasNext);
    }

    [Fact]
    public async Task A_tenant_sees_its_own_and_what_is_below_and_never_what_is_beside_or_above()
    {
        var (left, below, right) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await service.Get<StoreWriter>().WriteAsync((scope, _) =>
        {
            foreach (var (id, above) in new[] { (left, new[] { root.TenantId }), (below, [left, root.TenantId]), (right, [root.TenantId]) })
            {
                scope.Db.Add(new Tenant { Id = id, ParentId = above[0], Name = "t", CreatedAt = service.Clock.Now });
                scope.Db.Add(new TenantAncestry(id, id, 0));
                scope.Db.AddRange(above.Select((ancestor, i) => new TenantAncestry(ancestor, id, i + 1)));
            }
            foreach (var id in new[] { left, below, right })
                scope.Db.Add(Token(id));
            return Task.FromResult(0);
        }, default);

        Assert.Equal(new[] { left, below }.Order(), await TenantsSeenFromAsync(left));
        Assert.Equal([below], await TenantsSeenFromAsync(below));
        Assert.Equal([right], await TenantsSeenFromAsync(right));
        Assert.Equal(4, (await TenantsSeenFromAsync(root.TenantId)).Count);
    }

    public async Task InitializeAsync()
    {
        service = await TestService.StartAsync();
        root = await service.RootAsync();
        var random = new Random(3);
        for (var i = 0; i < Count; i++)
        {
            service.Clock.Advance(TimeSpan.FromMilliseconds(random.Next(2)));
            var (token, value) = await service.CreateAsync(new CreateTokenInput
            {
                Name = $"{(i % 2 == 0 ? "token" : "TOKEN")} {i % 9}",
                Expiry = i % 3 == 0 ? null : new ExpiryInput { At = service.Clock.Now.AddDays(1 + (i % 4)) },
            });
            if (i % 2 == 0)
                await service.CallerAsync(value);
        }
        await service.Get<GraphQLTokens.Service.Persistence.LastUsedWriter>().FlushAsync(default);
        await service.Get<DeleteToken>().RunAsync(await service.CallerWithAsync("OrganizationAPITokenModify"), new DeleteTokenInput("self"), default);
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    private static TokenOrder Order(string text) => new(Enum.Parse<TokenSortKey>(text[1..]), text[0] == '-');

    private ApiToken Token(Guid tenant) => new()
    {
        Id = Guid.CreateVersion7(),
        TenantId = tenant,
        Name = "x",
        Permissions = PermissionSet.None,
        Addresses = CidrRules.Open,
        ValueStart = "x",
        ValueSetAt = service.Clock.Now,
        CreatedAt = service.Clock.Now,
        CreatedBy = root.Actor,
    };

    private async Task<TokenPage> ReadAsync(ListTokensInput input)
    {
        var outcome = await service.Get<ListTokens>().RunAsync(root, input, default);
        Assert.Empty(outcome.Faults);
        return outcome.Page!;
    }

    private async Task<List<Guid>> WalkAsync(TokenOrder[] order, int size, bool forwards)
    {
        var seen = new List<Guid>();
        string? place = null;
        TokenPage page;
        do
        {
            page = await ReadAsync(forwards
                ? new ListTokensInput { First = size, After = place, Order = order }
                : new ListTokensInput { Last = size, Before = place, Order = order });
            var ids = page.Tokens.Select(token => token.Id);
            seen.InsertRange(forwards ? seen.Count : 0, ids);
            place = page.CursorOf(forwards ? page.Tokens[^1] : page.Tokens[0]);
        }
        while (forwards ? page.HasNext : page.HasPrevious);
        return seen;
    }

    private async Task<List<Guid>> SortedInMemoryAsync(TokenOrder[] order)
    {
        await using var db = await service.OpenAsync();
        var tokens = await db.Tokens.AsNoTracking().Where(token => token.DeletedAt == null).ToListAsync();
        tokens.Sort((one, other) =>
        {
            foreach (var (key, descending) in order)
            {
                var compared = key switch
                {
                    TokenSortKey.Name => string.CompareOrdinal(one.NameKey, other.NameKey),
                    TokenSortKey.CreatedAt => one.CreatedAt.CompareTo(other.CreatedAt),
                    TokenSortKey.ExpiresAt => (one.ExpiresAt ?? DateTimeOffset.MaxValue).CompareTo(other.ExpiresAt ?? DateTimeOffset.MaxValue),
                    TokenSortKey.LastUsedAt => (one.LastUsedAt ?? DateTimeOffset.MinValue).CompareTo(other.LastUsedAt ?? DateTimeOffset.MinValue),
                };
                if (compared != 0)
                    return descending ? -compared : compared;
            }
            var byId = one.Id.ToByteArray(bigEndian: true).AsSpan().SequenceCompareTo(other.Id.ToByteArray(bigEndian: true));
            return order[^1].Descending ? -byId : byId;
        });
        return [.. tokens.Select(token => token.Id)];
    }

    private async Task<List<Guid>> TenantsSeenFromAsync(Guid tenant)
    {
        var outcome = await service.Get<ListTokens>().RunAsync(root with { TenantId = tenant }, new ListTokensInput { First = 100 }, default);
        return [.. outcome.Page!.Tokens.Select(token => token.TenantId).Distinct().Order()];
    }
}
