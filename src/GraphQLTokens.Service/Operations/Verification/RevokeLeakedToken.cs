using System.Text.Json;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Audit;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Operations.Verification;

/// <summary>
/// Ends the token whose value somebody has found. To hold the value is all the right that it takes: whoever holds it could do worse. A value that was
/// rotated away proves nothing that is live, and ends nothing; that it turned up is recorded.
/// </summary>
internal sealed class RevokeLeakedToken(IValueJudge judge, StoreWriter writer, TokenHasher hasher, TimeProvider time)
{
    public const string Action = "REVOKE_LEAKED_API_TOKEN";

    private static readonly IReadOnlyList<string> Retired = ["the value was rotated away"];

    /// <summary>Done before it returns, and whoever asked learns nothing of whether there was anything to do.</summary>
    /// <param name="origin">Of the finder: the address rules of the token do not bind them.</param>
    public async Task RunAsync(string value, CallOrigin origin, CancellationToken cancellationToken)
    {
        // Anything else that the doors take, such as a token's JWT, is no value of a token, and does not end it.
        if (!TokenValue.TryParse(value, out var parsed))
            return;
        var judged = await judge.JudgeAsync(value, address: null, cancellationToken);
        if (judged is not { Code: not (VerificationCode.Malformed or VerificationCode.Unknown or VerificationCode.Revoked), Record: { } record })
            return;
        // The finder acts with the token's own authority, so the token is who did it; whence it came says the rest.
        var finder = Caller.From(record, judged.Presented, origin);
        await writer.WriteAsync(
            async (scope, stop) =>
            {
                if (await RevokeAsync(scope, finder, parsed, stop) is { } refusals)
                    await scope.AppendAsync(AuditEntry.Of(finder, Action, json => WriteStart(json, parsed), refusals, time), stop);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Judged anew on the writer: the token may have been rotated or deleted while this waited.</summary>
    /// <returns>What the audit log has against it; null where it has nothing to tell.</returns>
    private async Task<IReadOnlyList<string>?> RevokeAsync(WriteScope scope, Caller finder, TokenValue value, CancellationToken cancellationToken)
    {
        var token = await scope.Db.Tokens.Include(one => one.Values).SingleOrDefaultAsync(one => one.Id == finder.TokenId, cancellationToken);
        if (token is null || token.DeletedAt is not null)
            return null;
        var now = time.Now();
        var known = token.Values.Find(one => hasher.Matches(value, new TokenHash(one.Hash, one.PepperVersion)));
        if (known is null || known.IsRetired(now))
            return known is null ? null : Retired;
        token.DeletedAt = now;
        token.DeletedBy = finder.Actor;
        token.RightsVersion++;
        scope.Announce(TokenChangeKind.Deleted, token.Id, token.TenantId);
        return [];
    }

    private static void WriteStart(Utf8JsonWriter json, TokenValue value)
    {
        json.WriteStartObject();
        json.WriteString("valueStart", value.Start);
        json.WriteEndObject();
    }
}
