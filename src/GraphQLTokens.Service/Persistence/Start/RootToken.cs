using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Writing;

namespace GraphQLTokens.Service.Persistence.Start;

/// <summary>A token that holds every permission, whatever permissions come later. The service makes it by itself: no door does.</summary>
internal static class RootToken
{
    /// <param name="occasion">When it is made, e.g. <c>at the first start</c>.</param>
    public static async Task AddRootTokenAsync(
        this WriteScope scope, Guid rootTenant, Guid adminRole, TokenValue value, TokenHasher hasher, string occasion, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var token = new ApiToken
        {
            Id = value.TokenId,
            TenantId = rootTenant,
            RoleId = adminRole,
            Name = "Root token",
            Description = $"Made {occasion}. Rotate it, then make narrower tokens.",
            Permissions = PermissionSet.Everything,
            Addresses = CidrRules.Open,
            ValueStart = value.Start,
            ValueSetAt = now,
            CreatedAt = now,
            CreatedBy = new Actor(ActorKind.System, Guid.Empty),
        };
        token.SetFirstValue(value, hasher);
        scope.Db.Add(token);
        await scope.AppendAsync(new AuditEvent
        {
            Id = EntityId.New(time),
            TenantId = rootTenant,
            ActionName = "CREATE_API_TOKEN",
            ActionDescription = $"The root token, {occasion}",
            Result = AuditResult.Succeeded,
            Params = """{"dynamic":{"input":{"name":"Root token"}},"static":{}}""",
            ActorKind = ActorKind.System,
            ActorId = Guid.Empty,
            ActorName = "GraphQLTokens",
            ForwardedFor = "[]",
            Timestamp = now,
        }, cancellationToken);
        scope.Announce(TokenChangeKind.Created, token.Id, rootTenant);
    }
}
