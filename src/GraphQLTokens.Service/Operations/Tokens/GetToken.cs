using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Reading;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>A token by id, or the calling one, which needs no permission. One out of sight is absent.</summary>
internal sealed class GetToken(ITokenReader tokens, OwnTokens own, TenantSights sights)
{
    /// <param name="id">An id; null or <c>self</c> is the calling token.</param>
    public async Task<GetTokenOutcome> RunAsync(Caller caller, string? id, CancellationToken cancellationToken)
    {
        var isId = TokenReference.TryResolve(id, caller, out var tokenId);
        if (tokenId != caller.TokenId && !caller.Holds(PermissionNames.OrganizationAPITokenRead))
            return new(GetTokenStatus.AccessDenied, null);
        if (!isId)
            return new(GetTokenStatus.NotFound, null);
        var token = tokenId == caller.TokenId
            ? await own.FindAsync(tokenId, cancellationToken)
            : await tokens.FindAsync(await sights.OfAsync(caller.TenantId, cancellationToken), tokenId, cancellationToken);
        return token is null ? new(GetTokenStatus.NotFound, null) : new(GetTokenStatus.Done, token);
    }

    /// <summary>
    /// Several by id in one read, for fields that lead to tokens: those in sight. Whether the caller may see each is for the guard of the type to say.
    /// </summary>
    public async ValueTask<IReadOnlyDictionary<Guid, ApiToken>> FindAsync(Caller caller, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 1 && ids.Contains(caller.TokenId))
            return await own.FindAsync(caller.TokenId, cancellationToken) is { } token ? new Dictionary<Guid, ApiToken> { [token.Id] = token } : [];
        return await tokens.FindAsync(await sights.OfAsync(caller.TenantId, cancellationToken), ids, cancellationToken);
    }
}

internal enum GetTokenStatus
{
    Done,
    NotFound,

    /// <summary>OrganizationAPITokenRead is missing.</summary>
    AccessDenied,
}

/// <summary>The token is there when the status is Done.</summary>
internal sealed record GetTokenOutcome(GetTokenStatus Status, ApiToken? Token);
