using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.AccessTokens;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GraphQLTokens.Service.OAuth;

/// <summary>
/// <c>POST /oauth/revoke</c> (RFC 7009): a client ends one of its access tokens, or, by its own value, itself. Whoever has proved who it is gets 200 whatever
/// the token was: unknown, ended, or somebody else's, which is left alone.
/// </summary>
internal sealed class RevocationEndpoint(ClientAuthentication clients, Authenticator authenticator, RevokeCredential revoke)
{
    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        var (form, error) = await OAuthForm.ReadAsync(context);
        if (form is null)
            return error!;
        var client = await clients.ReadOrAdmitAsync(context, form);
        if (client.Refusal is not null)
            return client.Refusal;
        if (form["token"] is not { } token)
            return new OAuthError(OAuthError.InvalidRequest, "token is missing.");

        var caller = client.Caller!;
        var verdict = await authenticator.JudgeForAudienceAsync(token, caller.Origin.Address, context.RequestAborted);
        // A value that was rotated away has ended; it does not end the present one.
        if (verdict.Record?.TokenId != caller.TokenId || verdict.Code is VerificationCode.Retired or VerificationCode.Revoked)
            return Ended(context);
        var outcome = await revoke.RunAsync(caller, verdict.AccessToken, context.RequestAborted);
        return outcome.Status switch
        {
            RevokeCredentialStatus.Done or RevokeCredentialStatus.NotItsOwn => Ended(context),
            RevokeCredentialStatus.CallerChanged => OAuthError.InvalidClient("The client has ended or changed meanwhile.", cameByBasic: false),
        };
    }

    private static Ok Ended(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok();
    }
}
