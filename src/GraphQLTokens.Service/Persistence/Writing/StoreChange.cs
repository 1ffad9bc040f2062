namespace GraphQLTokens.Service.Persistence.Writing;

/// <summary>A committed change of a token, as subscribers and other nodes hear of it.</summary>
/// <param name="Kind">Null: nothing that readers of the token see; one of its access tokens was revoked.</param>
internal sealed record StoreChange(TokenChangeKind? Kind, Guid TokenId, Guid TenantId);

/// <summary>The schema's APITokenChangeKind.</summary>
internal enum TokenChangeKind
{
    Created,
    Updated,
    Rotated,
    Deleted,
}
