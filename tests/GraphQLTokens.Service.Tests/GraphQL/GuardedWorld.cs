using GraphQLTokens.Engine.TypeSystem.Types;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Tests.EndToEnd;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.GraphQL;

/// <summary>
/// Tenants and tokens for the walk over all guarded paths. Everything that no caller owns has the word <see cref="Mark"/> in its name: where it
/// stands in an answer, something guarded has come out.
/// </summary>
internal sealed class GuardedWorld
{
    public const string Mark = "guarded";

    private const string Change = """
        mutation ($id: ID!, $name: String!) {
          updateAPIToken(input: { id: $id, name: $name }) { token { id } }
          rotateAPIToken(input: { id: $id }) { token { value } }
        }
        """;

    private readonly Dictionary<string, ServiceCaller> callers = new(StringComparer.Ordinal);
    private ServiceCaller maker = null!;
    private string[] everything = [];
    private string token = "";
    private string tenant = "";

    public static async Task<GuardedWorld> MakeAsync(ServiceApplication service)
    {
        var world = new GuardedWorld();
        var permissions = (await service.Root.AskAsync("{ permissions { name } }")).Data.GetProperty("permissions");
        world.everything = [.. permissions.EnumerateArray().Select(permission => permission.GetProperty("name").GetString()!)];
        world.maker = (await service.Root.CreateTokenAsync($"{Mark} maker", world.everything)).Caller;
        (world.token, _) = await world.CreateAsync($"{Mark} token", []);
        await world.MoveAsync(service);
        world.callers[""] = await world.AdministratorAsync(service);
        return world;
    }

    public Task<ServiceCaller> HolderAsync() => CallerAsync([]);

    /// <summary>Somebody who holds every permission but these.</summary>
    public Task<ServiceCaller> LackingAsync(string[] permissions) => CallerAsync(permissions);

    /// <summary>What is asked of a field: whatever leads to something guarded.</summary>
    public async Task<string> ArgumentsAsync(FieldDefinition field, ObjectType? next) => field.ToString() switch
    {
        "Query.apiTokens" => $"(first: 10, where: {{ nameContains: \"{Mark}\" }})",
        "Query.apiToken" => $"(id: \"{token}\")",
        "Query.node" => $"(id: \"{(next?.Name == "Tenant" ? tenant : token)}\")",
        "Query.nodes" => $"(ids: [\"{(next?.Name == "Tenant" ? tenant : token)}\"])",
        "Mutation.createAPIToken" => "(input: { name: \"made\" })",
        "Mutation.updateAPIToken" => $"(input: {{ id: \"{await SubjectAsync()}\", description: \"changed\" }})",
        "Mutation.cancelAPITokenRotation" => $"(input: {{ id: \"{await RotatingAsync()}\" }})",
        "Mutation.verifyAPIToken" => $"(input: {{ value: \"{await SubjectValueAsync()}\" }})",
        "Mutation.verifyAPITokens" => $"(inputs: [{{ value: \"{await SubjectValueAsync()}\" }}])",
        "Mutation.rotateAPIToken" or "Mutation.deleteAPIToken" => $"(input: {{ id: \"{await SubjectAsync()}\" }})",
        "Mutation.createAccessToken" => "",
        var name => field.Arguments.Count == 0 ? "" : throw new InvalidOperationException($"The walk has no arguments for {name}: add some that lead to what is guarded."),
    };

    private async Task<string> RotatingAsync()
    {
        var id = await SubjectAsync();
        _ = (await maker.AskAsync("mutation ($id: ID!) { rotateAPIToken(input: { id: $id, overlap: \"PT1H\" }) { token { id } } }", new { id })).Data;
        return id;
    }

    /// <summary>Somebody who holds every permission and the role besides. No field gives a role to a token yet: it gets there by hand.</summary>
    private async Task<ServiceCaller> AdministratorAsync(ServiceApplication service)
    {
        var (made, caller) = await CreateAsync("caller", everything);
        await using var db = await service.OpenStoreAsync();
        var role = await db.Roles.SingleAsync(one => one.Key == BuiltInRole.AdminKey);
        var id = Guid.Parse(made);
        await db.Tokens.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.RoleId, role.Id));
        return caller;
    }

    private async Task<string> SubjectAsync() => (await maker.CreateTokenAsync("subject")).Id;

    /// <summary>Whoever has a value verified is told whose it is; what is guarded begins at whoever made that token.</summary>
    private async Task<string> SubjectValueAsync() => (await maker.CreateTokenAsync("subject")).Caller.Key!;

    private async Task<ServiceCaller> CallerAsync(string[] missing)
    {
        var key = string.Join(' ', missing);
        if (!callers.TryGetValue(key, out var caller))
            callers[key] = caller = (await CreateAsync("caller", [.. everything.Except(missing)])).Caller;
        return caller;
    }

    /// <summary>Made, changed and rotated by the maker, so that every field about an actor leads to it.</summary>
    private async Task<(string Id, ServiceCaller Caller)> CreateAsync(string name, string[] permissions)
    {
        var (id, _) = await maker.CreateTokenAsync(name, permissions);
        var changed = (await maker.AskAsync(Change, new { id, name })).Data;
        return (id, maker.With(changed.GetProperty("rotateAPIToken").GetProperty("token").GetProperty("value").GetString()));
    }

    /// <summary>No field makes tenants yet: two, one below the other, go into the store by hand, and the token into the lower one.</summary>
    private async Task MoveAsync(ServiceApplication service)
    {
        await using var db = await service.OpenStoreAsync();
        var root = await db.Tenants.SingleAsync();
        var upper = new Tenant { Id = Guid.CreateVersion7(root.CreatedAt), ParentId = root.Id, Name = $"{Mark} upper", CreatedAt = root.CreatedAt };
        var lower = new Tenant { Id = Guid.CreateVersion7(root.CreatedAt), ParentId = upper.Id, Name = $"{Mark} lower", CreatedAt = root.CreatedAt };
        db.AddRange(
            upper, lower, new TenantAncestry(upper.Id, upper.Id, 0), new TenantAncestry(lower.Id, lower.Id, 0),
            new TenantAncestry(root.Id, upper.Id, 1), new TenantAncestry(root.Id, lower.Id, 2), new TenantAncestry(upper.Id, lower.Id, 1));
        await db.SaveChangesAsync();
        var id = Guid.Parse(token);
        Assert.Equal(1, await db.Tokens.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.TenantId, lower.Id)));
        tenant = EntityId.Format(lower.Id);
    }
}
