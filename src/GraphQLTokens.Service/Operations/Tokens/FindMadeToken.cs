using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Limits;
using GraphQLTokens.Service.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>
/// The token that a call has made or rotated before, as it is now, for a repeat of that call. It may have been deleted since. Its value is a secret still: a
/// caller whose rights have changed is judged as one that asks to rotate it.
/// </summary>
internal sealed class FindMadeToken(IDbContextFactory<TokensDbContext> contexts, TokenLimits limits)
{
    public async Task<MadeToken> RunAsync(Caller caller, TokenValue made, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var token = await db.Tokens.AsNoTracking().SingleAsync(token => token.Id == made.TokenId, cancellationToken);
        return token.Id == caller.TokenId
            ? new(token, Reach.Within, [])
            : new(token, TokenReach.ToModify(caller, token), PrivilegeCeiling.Exceeding(caller, await TokenRights.OfAsync(db, token, limits, cancellationToken), limits.Ceiling(caller)));
    }
}

/// <param name="Reach">Whether the caller may change it now.</param>
/// <param name="Exceeding">What it has above the caller.</param>
internal sealed record MadeToken(ApiToken Token, Reach Reach, IReadOnlyList<InputFault> Exceeding);
