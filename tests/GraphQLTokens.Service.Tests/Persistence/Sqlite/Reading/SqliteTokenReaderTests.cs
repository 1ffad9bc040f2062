using System.Reflection;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Listing;
using GraphQLTokens.Service.Persistence.Reading;
using GraphQLTokens.Service.Persistence.Sqlite.Reading;
using GraphQLTokens.Service.Persistence.Writing;
using GraphQLTokens.Service.Tests.Persistence.Reading;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Persistence.Sqlite.Reading;

public sealed class SqliteTokenReaderTests : IAsyncLifetime
{
    private static readonly PropertyInfo[] Properties = [.. typeof(ApiToken).GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => property.Name is not (nameof(ApiToken.Values) or nameof(ApiToken.DeletedAt) or nameof(ApiToken.DeletedBy)))];

    private readonly Random random = new(7);
    private TestService service = null!;
    private RandomTokens world = null!;
    private List<ApiToken> added = null!;

    [Fact]
    public async Task Every_property_is_as_the_mapping_reads_it()
    {
        await using var db = await service.OpenAsync();
        foreach (var (id, expected) in await db.Tokens.AsNoTracking().Where(token => token.DeletedAt == null).ToDictionaryAsync(token => token.Id))
            AssertSame(expected, await Reader.FindAsync(Everything, id, default));
    }

    /// <summary>A column that is never filled would be compared and still not be tested.</summary>
    [Fact]
    public void Every_property_differs_between_the_random_tokens() =>
        Assert.All(Properties, property => Assert.True(added.Select(property.GetValue).Distinct().Count() > 1, property.Name));

    [Fact]
    public async Task Several_by_id_are_those_in_sight()
    {
        foreach (var sight in await SightsAsync())
        {
            await using var db = await service.OpenAsync();
            var ids = added.Select(token => token.Id).Where(_ => world.Half()).Append(Guid.CreateVersion7()).ToList();
            var expected = await (await db.TokensInSightAsync(sight.TenantId, default)).AsNoTracking().Where(token => ids.Contains(token.Id)).ToListAsync();

            var found = await Reader.FindAsync(sight, ids, default);

            Assert.NotEmpty(found);
            Assert.Equal(expected.Count, found.Count);
            Assert.All(expected, token => AssertSame(token, found[token.Id]));
            foreach (var id in ids)
                AssertSame(found.GetValueOrDefault(id), await Reader.FindAsync(sight, id, default));
        }
    }

    [Fact]
    public async Task Random_pages_and_counts_are_those_of_the_mapping()
    {
        var sights = await SightsAsync();
        var found = 0;
        for (var i = 0; i < 600; i++)
        {
            var request = Request(world.Any(sights).TenantId);
            var sight = await service.Get<TenantSights>().OfAsync(request.TenantId, default);
            await using var db = await service.OpenAsync();
            var matching = (await db.TokensInSightAsync(request.TenantId, default)).AsNoTracking().Matching(request.Filter, request.Now);
            var rest = matching;
            if (request.After is not null)
                rest = rest.Where(Keyset.Beyond(request.After, reversed: false));
            if (request.Before is not null)
                rest = rest.Where(Keyset.Beyond(request.Before, reversed: true));
            var expected = await Keyset.OrderBy(rest, request.Order, request.FromEnd).Take(request.Size + 1).ToListAsync();

            var page = await Reader.ListAsync(sight, request, default);

            Assert.Equal(expected.Select(token => token.Id), page.Select(token => token.Id));
            Assert.All(expected.Zip(page), pair => AssertSame(pair.First, pair.Second));
            Assert.Equal(await matching.CountAsync(), await Reader.CountAsync(sight, request, default));
            found += page.Count;
        }
        Assert.True(found > 1000, $"{found} tokens in all pages together: too few to tell anything");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(SqliteIdList.MaxLength)]
    [InlineData(SqliteIdList.MaxLength + 1)]
    public async Task Several_by_id_are_those_in_sight_however_many_are_asked_for(int count)
    {
        await using var db = await service.OpenAsync();
        foreach (var sight in await SightsAsync())
        {
            var ids = added.Select(token => token.Id).OrderBy(_ => random.Next()).Take(count - (count / 4)).ToList();
            ids.AddRange(Enumerable.Range(0, count / 4).Select(_ => Guid.CreateVersion7()));
            var expected = await db.Tokens.AsNoTracking()
                .Where(token => ids.Contains(token.Id) && token.DeletedAt == null)
                .Where(token => sight.Kind == TenantSightKind.Everything || db.TenantAncestry.Any(row => row.AncestorId == sight.TenantId && row.DescendantId == token.TenantId))
                .ToDictionaryAsync(token => token.Id);

            var found = await Reader.FindAsync(sight, ids, default);

            Assert.Equal(expected.Keys.Order(), found.Keys.Order());
            Assert.All(found, pair => AssertSame(expected[pair.Key], pair.Value));
        }
    }

    [Theory]
    [InlineData(TenantSightKind.Everything)]
    [InlineData(TenantSightKind.Own)]
    [InlineData(TenantSightKind.Below)]
    internal void Several_by_id_are_looked_up_by_their_ids_alone(TenantSightKind sight) =>
        Assert.Contains("SEARCH t USING INDEX sqlite_autoindex_tokens_1 (Id=?)", Plan(SqliteTokenSql.SelectById(sight) + SqliteIdList.Of(SqliteIdList.MaxLength)), StringComparison.Ordinal);

    [Theory]
    [InlineData(TokenSortKey.Name, "tokens_by_name", "tokens_of_tenant_by_name")]
    [InlineData(TokenSortKey.CreatedAt, "tokens_by_creation", "tokens_of_tenant_by_creation")]
    [InlineData(TokenSortKey.ExpiresAt, "tokens_by_end", "tokens_of_tenant_by_end")]
    [InlineData(TokenSortKey.LastUsedAt, "tokens_by_use", "tokens_of_tenant_by_use")]
    internal void A_page_in_the_middle_is_a_range_of_its_index_without_sorting(TokenSortKey key, string ofAll, string ofTenant)
    {
        foreach (var (sight, index) in new[] { (Everything, ofAll), (new TenantSight(world.Right, TenantSightKind.Own), ofTenant) })
        {
            foreach (var descending in new[] { false, true })
            {
                TokenOrder[] order = [new(key, descending)];
                var sql = SqliteTokenSql.Select(sight).Beyond(TokenCursor.Of(added[0], order), reversed: false).OrderBy(order, reversed: false).Limit(51);

                var plan = Plan(sql.ToString());

                Assert.Contains($"SEARCH t USING INDEX {index} (", plan, StringComparison.Ordinal);
                Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
            }
        }
    }

    public async Task InitializeAsync()
    {
        service = await TestService.StartAsync();
        world = new RandomTokens(random, (await service.RootAsync()).TenantId, service.Clock.Now);
        added = await world.AddAsync(service.Get<StoreWriter>(), 150);
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    private static TenantSight Everything => new(default, TenantSightKind.Everything);

    private ITokenReader Reader => service.Get<ITokenReader>();

    private async Task<TenantSight[]> SightsAsync()
    {
        var sights = service.Get<TenantSights>();
        var root = (await service.RootAsync()).TenantId;
        TenantSight[] found = [await sights.OfAsync(root, default), await sights.OfAsync(world.Left, default), await sights.OfAsync(world.Right, default)];
        Assert.Equal([TenantSightKind.Everything, TenantSightKind.Below, TenantSightKind.Own], found.Select(sight => sight.Kind));
        return found;
    }

    private TokenPageRequest Request(Guid tenantId)
    {
        var order = Enum.GetValues<TokenSortKey>().OrderBy(_ => random.Next()).Take(random.Next(1, 4)).Select(key => new TokenOrder(key, world.Half())).ToList();
        return new TokenPageRequest
        {
            TenantId = tenantId,
            Now = service.Clock.Now,
            Filter = Filter(),
            Order = order,
            Size = random.Next(0, 20),
            FromEnd = world.Half(),
            After = random.Next(3) == 0 ? TokenCursor.Of(world.Any(added), order) : null,
            Before = random.Next(3) == 0 ? TokenCursor.Of(world.Any(added), order) : null,
        };
    }

    private TokenFilter Filter() => new()
    {
        NameContains = Seldom() ? world.Any(["tok", "ß", "%", "_", ""]) : null,
        Status = Seldom() ? Enum.GetValues<TokenStatus>().Where(_ => world.Half()).ToList() : null,
        Permission = Seldom() ? world.Any(["AlertRead", "Rule", "RuleRead"]) : null,
        OwnerId = Seldom() ? world.Any([world.UserId, world.Right, world.Left]) : null,
        TenantId = Seldom() ? world.Any([world.Left, world.BelowLeft, Guid.CreateVersion7()]) : null,
        CreatedAt = Seldom() ? Range() : null,
        ExpiresAt = Seldom() ? Range() : null,
        LastUsedAt = Seldom() ? Range() : null,
        UnusedFor = Seldom() ? TimeSpan.FromDays(random.Next(100)) : null,
        RotationDue = Seldom() ? world.Half() : null,
        OpenToAnyAddress = Seldom() ? world.Half() : null,
    };

    private bool Seldom() => random.Next(8) == 0;

    private InstantRange Range() => new(world.Half() ? world.Near().AddDays(-50) : null, world.Half() ? world.Near().AddDays(50) : null);

    private string Plan(string sql)
    {
        using var connection = service.Get<SqliteReadPool>().Rent();
        using var read = connection.Begin($"EXPLAIN QUERY PLAN {sql}", default);
        var plan = new List<string>();
        while (read.Next())
            plan.Add(read.Text(3));
        return string.Join('\n', plan);
    }

    private static void AssertSame(ApiToken? expected, ApiToken? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is not null)
            Assert.All(Properties, property => Assert.Equal(property.GetValue(expected), property.GetValue(actual)));
    }
}
