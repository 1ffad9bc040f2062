using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Limits;
using GraphQLTokens.Service.Persistence.Keys;
using GraphQLTokens.Service.Tests.EndToEnd;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Service.Tests.Security.Access;

/// <summary>A running service, and what its administrator does to tokens.</summary>
internal sealed class AccessWorld(ServiceApplication service, TestClock clock)
{
    public ServiceApplication Service => service;

    public Task<(string Id, ServiceCaller Caller)> TokenAsync(string[] permissions) => service.Root.CreateTokenAsync("caller", permissions);

    public static string[] AllBut(string[] permissions) => [.. PermissionCatalog.BuiltIn.Select(permission => permission.Name).Except(permissions)];

    /// <summary>What a call is about: one that belongs to the caller, so that each of the permissions suffices where it does at all.</summary>
    public async Task<string> TargetAsync(ServiceCaller caller, bool isBeingRotated)
    {
        var (id, _) = await service.Root.CreateTokenAsync("target");
        if (isBeingRotated)
            await OverlapAsync(id, isOver: false);
        if (AccessCall.TokenOf(caller.Key) is { } tokenId)
        {
            await using var db = await service.OpenStoreAsync();
            await db.Tokens.Where(token => token.Id == Guid.Parse(id)).ExecuteUpdateAsync(set => set.SetProperty(token => token.CreatedBy.Kind, ActorKind.Token).SetProperty(token => token.CreatedBy.Id, tokenId));
        }

        return id;
    }

    /// <summary>The same caller by an access token, as wide as it gets, or with these permissions.</summary>
    public static async Task<ServiceCaller> NarrowAsync(ServiceCaller caller, string[]? permissions = null)
    {
        var answer = await caller.AskAsync("mutation ($permissions: [Permission!]) { createAccessToken(input: { permissions: $permissions }) { accessToken } }", new { permissions });
        return caller.With(answer.Data.GetProperty("createAccessToken").GetProperty("accessToken").GetString());
    }

    /// <summary>No door gives a token a role yet: it is put there by hand.</summary>
    public async Task<ServiceCaller> AdministratorAsync()
    {
        var (id, caller) = await TokenAsync([]);
        await using var db = await service.OpenStoreAsync();
        var role = await db.Roles.SingleAsync(role => role.Key == BuiltInRole.AdminKey);
        await db.Tokens.Where(token => token.Id == Guid.Parse(id)).ExecuteUpdateAsync(set => set.SetProperty(token => token.RoleId, role.Id));
        service.Services.GetRequiredService<KeyRecordCache>().Drop(Guid.Parse(id));
        return caller;
    }

    /// <summary>Something happens that every subscriber hears of.</summary>
    public Task StirAsync() => service.Root.CreateTokenAsync("stir");

    /// <summary>Well-formed, and nobody's.</summary>
    public static string UnknownValue() => TokenValue.Create(TokenValue.DefaultPrefix, Guid.CreateVersion7()).Reveal();

    public Task<AccessWorld> RotateAsync(string id) => ChangeAsync($"rotateAPIToken(input: {{ id: \"{id}\" }}) {{ token {{ id }} }}");

    /// <summary>It is rotated with an overlap, which lasts or comes to its end.</summary>
    public async Task<AccessWorld> OverlapAsync(string id, bool isOver)
    {
        await ChangeAsync($"rotateAPIToken(input: {{ id: \"{id}\", overlap: \"PT1S\" }}) {{ token {{ id }} }}");
        clock.Advance(TimeSpan.FromSeconds(isOver ? 1 : 0));
        return this;
    }

    public Task<AccessWorld> DeleteAsync(string id) => ChangeAsync($"deleteAPIToken(input: {{ id: \"{id}\" }}) {{ id }}");

    public Task<AccessWorld> UpdateAsync(string id, string fields) => ChangeAsync($"updateAPIToken(input: {{ id: \"{id}\", {fields} }}) {{ token {{ id }} }}");

    /// <summary>Its end is set, and comes.</summary>
    public async Task<AccessWorld> ExpireAsync(string id)
    {
        await UpdateAsync(id, "expiry: { after: \"PT1S\" }");
        clock.Advance(TimeSpan.FromSeconds(1));
        return this;
    }

    /// <summary>As often as its limit lets it.</summary>
    public Task<AccessWorld> UseAsync(string id)
    {
        service.Services.GetRequiredService<TokenLimits>().Count(Guid.Parse(id), new RateLimit(1, TimeSpan.FromDays(1)));
        return Task.FromResult(this);
    }

    private async Task<AccessWorld> ChangeAsync(string field)
    {
        _ = (await service.Root.AskAsync($"mutation {{ {field} }}")).Data;
        return this;
    }
}
