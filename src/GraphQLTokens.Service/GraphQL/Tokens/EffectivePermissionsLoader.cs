using GraphQLTokens.Engine.Execution.Batching;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;

namespace GraphQLTokens.Service.GraphQL.Tokens;

/// <summary>What tokens may do now, for a whole page at once.</summary>
internal sealed class EffectivePermissionsLoader(FindEffectivePermissions find) : BatchLoader<ApiToken, PermissionSet>
{
    public override async Task<IReadOnlyDictionary<ApiToken, PermissionSet>> LoadAsync(IReadOnlyList<ApiToken> keys, object? caller, CancellationToken cancellationToken)
    {
        var found = await find.RunAsync(keys, cancellationToken);
        return keys.ToDictionary(token => token, token => found[token.Id]);
    }
}
