using GraphQLTokens.Service.Operations;
using GraphQLTokens.Service.Operations.Tenants;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.Operations.Tokens;

public sealed class GetTokenTests
{
    [Fact]
    public async Task Oneself_needs_no_permission_and_another_does()
    {
        await using var service = await TestService.StartAsync();
        var get = service.Get<GetToken>();
        var (other, _) = await service.CreateAsync(new() { Name = "other" });
        var plain = await service.CallerWithAsync();

        Assert.Equal(plain.TokenId, (await get.RunAsync(plain, "self", default)).Token!.Id);
        Assert.Equal(plain.TokenId, (await get.RunAsync(plain, null, default)).Token!.Id);
        Assert.Equal(plain.TokenId, (await get.RunAsync(plain, plain.TokenId.ToString("N"), default)).Token!.Id);
        Assert.Equal(GetTokenStatus.AccessDenied, (await get.RunAsync(plain, other.Id.ToString(), default)).Status);
        Assert.Equal(GetTokenStatus.AccessDenied, (await get.RunAsync(plain, "nonsense", default)).Status);

        var reader = await service.CallerWithAsync("OrganizationAPITokenRead");
        Assert.Equal("other", (await get.RunAsync(reader, other.Id.ToString(), default)).Token!.Name);
        Assert.Equal(GetTokenStatus.NotFound, (await get.RunAsync(reader, Guid.CreateVersion7().ToString(), default)).Status);
        Assert.Equal(GetTokenStatus.NotFound, (await get.RunAsync(reader, "nonsense", default)).Status);
        Assert.Equal([other.Id], (await get.FindAsync(reader, [other.Id, Guid.CreateVersion7()], default)).Keys);
    }

    [Fact]
    public async Task Viewer_permissions_and_settings_are_answered_from_what_is_known()
    {
        await using var service = await TestService.StartAsync();
        var root = await service.RootAsync();

        var viewer = service.Get<GetViewer>().Run(root);
        Assert.Equal(45, viewer.Permissions.Length);
        Assert.Equal("203.0.113.9", viewer.Address);
        Assert.Equal("Deploy Widgets", service.Get<ListPermissions>().Run()[^1].DisplayName);
        Assert.Matches(@"^\d+\.\d+\.\d+", GetGeneralSettings.Run(root).Settings!.PantherVersion);
        Assert.Equal(GetGeneralSettingsStatus.AccessDenied, GetGeneralSettings.Run(await service.CallerWithAsync()).Status);
        Assert.Equal("Root", (await service.Get<FindTenants>().RunAsync(root, [root.TenantId], default))[root.TenantId].Name);
        Assert.Empty(await service.Get<FindTenants>().RunAsync(root with { TenantId = Guid.CreateVersion7() }, [root.TenantId], default));
    }
}
