using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.AccessTokens;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.OAuth;

/// <summary>
/// The words of <c>scope</c>: names of permissions, which narrow, and the neutral ones of <c>AccessTokens:NeutralScopes</c>, which do not. Any other is
/// refused: taken for nothing, a misspelt permission would give all of them.
/// </summary>
internal sealed class ScopeWords(PermissionCatalog catalog, IOptions<AccessTokenSettings> settings)
{
    private readonly string[] neutral = settings.Value.NeutralScopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <param name="permissions">Null: nothing is narrowed.</param>
    public bool TryRead(string? scope, out IReadOnlyList<string> words, out IReadOnlyList<string>? permissions)
    {
        words = scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var named = words.Where(word => !neutral.Contains(word, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        permissions = named.Count == 0 ? null : named;
        return named.All(catalog.Contains);
    }
}
