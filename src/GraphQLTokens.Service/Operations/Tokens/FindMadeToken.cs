using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>The token that a call has made or rotated before, as it is now, for a repeat of that call. It may have been deleted since.</summary>
internal sealed class FindMadeToken(IDbContextFactory<TokensDbContext> contexts)
{
    public async Task<ApiToken> RunAsync(TokenValue made, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Tokens.AsNoTracking().SingleAsync(token => token.Id == made.TokenId, cancellationToken);
    }
}
