using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Audit;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Operations.AccessTokens;

/// <summary>
/// Ends what a client holds itself: one of its access tokens, with all that were issued from it, or itself. It needs no permission: to give up what one has
/// is to gain nothing. Only the token's own value ends the token, or an access token that is not issued from the calling one.
/// </summary>
internal sealed class RevokeCredential(AuditedWrite writes)
{
    public const string Action = "REVOKE_ACCESS_TOKEN";

    public Task<RevokeCredentialOutcome> RunAsync(Caller caller, AccessToken? accessToken, CancellationToken cancellationToken) =>
        writes.RunAsync(
            caller,
            accessToken is null ? DeleteToken.Action : Action,
            json =>
            {
                json.WriteStartObject();
                json.WriteString(accessToken is null ? "id" : "accessTokenId", EntityId.Format(accessToken?.Id ?? caller.TokenId));
                json.WriteEndObject();
            },
            new RevokeCredentialOutcome(RevokeCredentialStatus.CallerChanged),
            (scope, now, stop) => RevokeAsync(scope, caller, accessToken, now, stop),
            cancellationToken);

    private static async Task<RevokeCredentialOutcome> RevokeAsync(
        WriteScope scope, Caller caller, AccessToken? accessToken, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!IsItsOwn(caller, accessToken))
            return new(RevokeCredentialStatus.NotItsOwn);
        if (accessToken is null)
        {
            var token = await scope.Db.Tokens.SingleAsync(one => one.Id == caller.TokenId, cancellationToken);
            token.DeletedAt = now;
            token.DeletedBy = caller.Actor;
            token.RightsVersion++;
            scope.Announce(TokenChangeKind.Deleted, caller.TokenId, caller.TenantId);
            return new(RevokeCredentialStatus.Done);
        }

        // Whose time has come need not be remembered any more.
        await scope.Db.RevokedAccessTokens.Where(revoked => revoked.EndsAt <= now).ExecuteDeleteAsync(cancellationToken);
        if (accessToken.EndsAt > now && !await scope.Db.RevokedAccessTokens.AnyAsync(revoked => revoked.TokenId == caller.TokenId && revoked.Id == accessToken.Id, cancellationToken))
            scope.Db.Add(new RevokedAccessToken { TokenId = caller.TokenId, Id = accessToken.Id, EndsAt = accessToken.EndsAt });
        scope.Announce(null, caller.TokenId, caller.TenantId);
        return new(RevokeCredentialStatus.Done);
    }

    private static bool IsItsOwn(Caller caller, AccessToken? accessToken) => caller.AccessToken is not { } calling
        ? accessToken is null || accessToken.TokenId == caller.TokenId
        : accessToken is not null && accessToken.DescendsFromAny([calling.Id]);
}

internal enum RevokeCredentialStatus
{
    Done,

    /// <summary>It belongs to another client, or stands beside or above the access token that calls.</summary>
    NotItsOwn,
    CallerChanged,
}

internal sealed record RevokeCredentialOutcome(RevokeCredentialStatus Status) : IAuditedOutcome
{
    public IReadOnlyList<string> Refusals => Status switch
    {
        RevokeCredentialStatus.Done => [],
        RevokeCredentialStatus.NotItsOwn => ["not the client's own"],
        RevokeCredentialStatus.CallerChanged => Refusal.CallerChanged,
    };
}
