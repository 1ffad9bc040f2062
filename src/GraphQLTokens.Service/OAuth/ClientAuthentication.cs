using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.OAuth;

/// <summary>
/// Who a client is (RFC 6749 section 2.3): an API token is a client, its id the client id, its value the secret, by Basic or in the form. An access token is
/// no secret of a client: it would be exchanged for one that lives longer.
/// <para>Every look at a client's secret goes through <see cref="CallerReader"/>, with whatever it counts and limits.</para>
/// </summary>
internal sealed class ClientAuthentication(CallerReader reader)
{
    public static OAuthError MoreThanOne => new(OAuthError.InvalidRequest, "The request says in more than one way who asks.");

    /// <returns>Neither caller nor refusal when the request names no client by a secret.</returns>
    public async ValueTask<Client> ReadAsync(HttpContext context, OAuthForm form)
    {
        var byBasic = BasicCredentials.IsIn(context.Request);
        var (id, secret) = (form["client_id"], form["client_secret"]);
        if (byBasic)
        {
            if (secret is not null)
                return Client.Refused(MoreThanOne);
            if (!BasicCredentials.TryRead(context.Request, out var basic))
                return Client.Refused(OAuthError.InvalidClient("The Authorization header is broken.", byBasic));
            basic = basic.FormDecoded();
            if (id is not null && id != basic.Name)
                return Client.Refused(new OAuthError(OAuthError.InvalidRequest, "The client_id in the form is not the one in the Authorization header."));
            (id, secret) = (basic.Name, basic.Password);
        }
        else if (secret is null)
            return default;
        if (HasOther(context, secret))
            return Client.Refused(MoreThanOne);

        var admission = await reader.ReadAsync(context, new Credential(CredentialKind.One, secret.Length <= Credential.MaxLength ? secret : ""));
        if (!admission.IsAdmitted)
            return new Client(null, RefusalOf(admission.Denial, byBasic), admission.Limited);
        return admission.Caller.AccessToken is null && EntityId.TryParse(id, out var clientId) && clientId == admission.Caller.TokenId
            ? new Client(admission.Caller, null, null)
            : Client.Refused(RefusalOf(Denial.Of(VerificationCode.Unknown), byBasic));
    }

    /// <summary>The same, and where the request holds no secret: the credential in its headers, as at every door.</summary>
    public async ValueTask<Client> ReadOrAdmitAsync(HttpContext context, OAuthForm form)
    {
        var client = await ReadAsync(context, form);
        if (client != default)
            return client;
        var admission = await reader.ReadAsync(context);
        return admission.IsAdmitted ? new Client(admission.Caller, null, null) : new Client(null, new DenialResult(admission.Denial), admission.Limited);
    }

    /// <summary>Whether the headers hold another credential than this one, or several: as at every door, it is then open who calls.</summary>
    public static bool HasOther(HttpContext context, string credential) => CallerReader.CredentialOf(context) switch
    {
        { Kind: CredentialKind.None } => false,
        { Kind: CredentialKind.One } header => header.Value != credential,
        _ => true,
    };

    /// <summary>A client that is not good is told so as OAuth does; an address or a limit that forbids it, as every door does.</summary>
    public static IResult RefusalOf(Denial denial, bool byBasic) => denial.Kind is DenialKind.Unauthenticated
        ? OAuthError.InvalidClient(denial.PublicWords, byBasic)
        : new DenialResult(denial);
}

/// <summary>A client that has proved who it is, or the refusal of one that has not, or neither.</summary>
/// <param name="Limited">Beside a refusal: who would have been let in but for its limit.</param>
internal readonly record struct Client(Caller? Caller, IResult? Refusal, Caller? Limited)
{
    public static Client Refused(IResult refusal) => new(null, refusal, null);
}
