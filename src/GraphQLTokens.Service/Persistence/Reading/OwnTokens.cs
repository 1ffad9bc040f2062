using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Persistence.Reading;

/// <summary>The token that calls, as it is stored: from memory when it asked before, else by one read. It is always in its own sight.</summary>
internal sealed class OwnTokens(TokenRowCache cache, ITokenReader reader)
{
    private static readonly TenantSight Everything = new(default, TenantSightKind.Everything);

    /// <summary>Null once it is deleted. The answer is shared: it must not be changed.</summary>
    public ValueTask<ApiToken?> FindAsync(Guid tokenId, CancellationToken cancellationToken) =>
        cache.TryGet(tokenId, out var row) ? ValueTask.FromResult<ApiToken?>(row) : FillAsync(tokenId, cancellationToken);

    private async ValueTask<ApiToken?> FillAsync(Guid tokenId, CancellationToken cancellationToken)
    {
        var ticket = cache.BeginFill(tokenId);
        var row = await reader.FindAsync(Everything, tokenId, cancellationToken);
        if (row is not null)
            cache.Fill(ticket, row);
        return row;
    }
}
