using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.OAuth;

/// <summary>
/// The subject of a token exchange (RFC 8693): an API token's value, or an access token that was issued for this service. Whoever holds it may exchange it: the
/// client need not say who it is. What comes out is never wider, and never ends later.
/// </summary>
internal sealed class TokenExchange(CallerReader reader)
{
    public const string AccessTokenType = "urn:ietf:params:oauth:token-type:access_token";
    private const string JwtType = "urn:ietf:params:oauth:token-type:jwt";

    /// <param name="client">Who asks, where it has proved it.</param>
    public async ValueTask<Client> ReadSubjectAsync(HttpContext context, OAuthForm form, Caller? client)
    {
        if (form["subject_token"] is not { } subject || form["subject_token_type"] is not { } type)
            return Refused(OAuthError.InvalidRequest, "subject_token and subject_token_type are needed.");
        if (!IsSupported(type) || (form["requested_token_type"] is { } requested && !IsSupported(requested)))
            return Refused(OAuthError.InvalidRequest, $"The types of tokens are {AccessTokenType} and {JwtType}.");
        if (form["actor_token"] is not null || form["actor_token_type"] is not null)
            return Refused(OAuthError.InvalidRequest, "An actor_token is not supported.");
        // A client proves who it is by its id and secret; another credential in the headers would be passed over in silence.
        if (client is null && ClientAuthentication.HasOther(context, subject))
            return Client.Refused(ClientAuthentication.MoreThanOne);

        var admission = await reader.ReadAsync(context, new Credential(CredentialKind.One, subject.Length <= Credential.MaxLength ? subject : ""));
        if (!admission.IsAdmitted)
            return admission.Denial.Kind is DenialKind.Unauthenticated
                ? Refused(OAuthError.InvalidGrant, admission.Denial.PublicWords)
                : Client.Refused(new DenialResult(admission.Denial));
        // A client that only names itself, without a secret, can be no other than the one that the subject belongs to.
        if (client is null && form["client_id"] is { } id && !(EntityId.TryParse(id, out var named) && named == admission.Caller.TokenId))
            return Client.Refused(OAuthError.InvalidClient("The client says who it is without a secret, and the subject token is not its own.", cameByBasic: false));
        return new Client(admission.Caller, null, null);
    }

    private static bool IsSupported(string type) => type is AccessTokenType or JwtType;

    private static Client Refused(string error, string words) => Client.Refused(new OAuthError(error, words));
}
