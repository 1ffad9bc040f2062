using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Operations.AccessTokens;

/// <summary>Whether a token's owner goes by an e-mail address, in any case.</summary>
internal sealed class FindOwnerEmail(IDbContextFactory<TokensDbContext> contexts)
{
    /// <param name="userId">Null: the tenant owns the token, and goes by none.</param>
    public async Task<bool> IsAsync(Guid? userId, string email, CancellationToken cancellationToken)
    {
        if (userId is null)
            return false;
        var key = CaseFolding.Fold(email);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Users.AnyAsync(user => user.Id == userId && user.EmailKey == key, cancellationToken);
    }
}
