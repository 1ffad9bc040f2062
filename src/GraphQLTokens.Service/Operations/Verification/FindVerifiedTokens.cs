using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Operations.Verification;

/// <summary>
/// The tokens that verifications have found, whole, in one read: deleted ones too, since whoever holds a value of theirs may be told whose it was. Only for
/// ids that a verification has just answered.
/// </summary>
internal sealed class FindVerifiedTokens(IDbContextFactory<TokensDbContext> contexts)
{
    public async Task<IReadOnlyDictionary<Guid, ApiToken>> RunAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Tokens.AsNoTracking().Where(token => ids.Contains(token.Id)).ToDictionaryAsync(token => token.Id, cancellationToken);
    }
}
