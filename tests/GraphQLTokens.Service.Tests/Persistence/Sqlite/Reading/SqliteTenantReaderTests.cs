using GraphQLTokens.Service.Persistence.Reading;
using GraphQLTokens.Service.Persistence.Sqlite.Reading;
using GraphQLTokens.Service.Persistence.Writing;
using GraphQLTokens.Service.Tests.Persistence.Reading;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Persistence.Sqlite.Reading;

public sealed class SqliteTenantReaderTests
{
    [Fact]
    public async Task Tenants_are_those_that_the_viewer_stands_in_or_above_as_the_mapping_reads_them()
    {
        await using var service = await TestService.StartAsync();
        var root = (await service.RootAsync()).TenantId;
        var world = new RandomTokens(new Random(5), root, service.Clock.Now);
        await world.AddAsync(service.Get<StoreWriter>(), 0);
        await using var db = await service.OpenAsync();
        var all = await db.Tenants.AsNoTracking().ToDictionaryAsync(tenant => tenant.Id);
        Guid[] asked = [.. all.Keys, Guid.CreateVersion7()];

        foreach (var (viewer, expected) in new (Guid, Guid[])[]
        {
            (root, [root, world.Left, world.BelowLeft, world.Right]),
            (world.Left, [world.Left, world.BelowLeft]),
            (world.BelowLeft, [world.BelowLeft]),
            (Guid.CreateVersion7(), []),
        })
        {
            var found = await service.Get<ITenantReader>().FindAsync(viewer, asked, default);

            Assert.Equal(expected.Order(), found.Keys.Order());
            Assert.All(found.Values, tenant => Assert.Equivalent(all[tenant.Id], tenant, strict: true));
        }
    }

    [Fact]
    public async Task They_are_looked_up_by_their_ids_and_not_by_all_that_the_viewer_sees()
    {
        await using var service = await TestService.StartAsync();
        using var connection = service.Get<SqliteReadPool>().Rent();
        using var read = connection.Begin($"EXPLAIN QUERY PLAN {SqliteTenantReader.InSight}", SqliteIdList.Of(SqliteIdList.MaxLength), default);

        Assert.True(read.Next());
        Assert.Equal("SEARCH t USING INDEX sqlite_autoindex_tenants_1 (Id=?)", read.Text(3));
    }
}
