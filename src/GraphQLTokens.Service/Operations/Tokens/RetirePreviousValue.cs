using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Audit;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>
/// Ends the overlap of a rotation that was to last until the new value is first used. Several first uses may come at once: the writer
/// takes one after the other, the first one ends the overlap, and the others find nothing left to do; all of them are answered after it.
/// </summary>
internal sealed class RetirePreviousValue(StoreWriter writer, TimeProvider time)
{
    public const string Action = "RETIRE_API_TOKEN_VALUE";

    /// <param name="user">Who uses the newer value.</param>
    public Task RunAsync(Caller user, CancellationToken cancellationToken) =>
        writer.WriteAsync((scope, stop) => RetireAsync(scope, user, stop), cancellationToken);

    private async Task<bool> RetireAsync(WriteScope scope, Caller user, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var token = await scope.Db.Tokens.Include(one => one.Values).SingleAsync(one => one.Id == user.TokenId, cancellationToken);
        if (token.PreviousValue(now) is not { RetiresOnFirstUse: true } previous || previous.Generation >= user.ValueGeneration)
            return false;
        token.RetirePrevious(now);
        scope.Announce(TokenChangeKind.Updated, token.Id, token.TenantId);
        await scope.AppendAsync(AuditEntry.Of(user, Action, json => TokenInputJson.WriteId(json, EntityId.Format(token.Id)), [], time), cancellationToken);
        return true;
    }
}
