using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Reading;
using GraphQLTokens.Service.Persistence.Writing;
using GraphQLTokens.Service.Tests.Persistence.Reading;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Persistence.Sqlite.Reading;

public sealed class SqliteRoleReaderTests
{
    [Fact]
    public async Task Permissions_of_roles_and_of_users_are_as_the_mapping_reads_them()
    {
        await using var service = await TestService.StartAsync();
        var world = new RandomTokens(new Random(5), (await service.RootAsync()).TenantId, service.Clock.Now);
        await world.AddAsync(service.Get<StoreWriter>(), 0);
        await using var db = await service.OpenAsync();
        var expected = await db.Roles.AsNoTracking().ToDictionaryAsync(role => role.Id, role => role.Permissions);
        var roles = service.Get<IRoleReader>();

        var found = await roles.FindPermissionsAsync([.. expected.Keys, Guid.CreateVersion7()], default);

        Assert.Contains(found.Values, permissions => permissions.All);
        Assert.Equal(expected, found);
        Assert.Equal(
            new Dictionary<Guid, PermissionSet> { [world.UserId] = expected[world.RoleId] },
            await roles.FindPermissionsOfUsersAsync([world.UserId, world.RoleId], default));
    }
}
