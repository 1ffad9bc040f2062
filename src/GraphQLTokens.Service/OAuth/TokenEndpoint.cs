using System.Globalization;
using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Access.Policy;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.AccessTokens;

namespace GraphQLTokens.Service.OAuth;

/// <summary>
/// <c>POST /oauth/token</c> and <c>POST /connect/token</c>: an access token for a client's own id and secret (RFC 6749 section 4.4), or in exchange for a
/// token that the request holds (RFC 8693). The two differ in the form of the scope and in the member <c>permissions</c>. Guarded as
/// <c>Mutation.createAccessToken</c> is.
/// </summary>
internal sealed class TokenEndpoint(ClientAuthentication clients, TokenExchange exchange, SchemaPolicy policies, CreateAccessToken create, ScopeWords scopes)
{
    private const string Field = "Mutation.createAccessToken";
    private const string ClientCredentials = "client_credentials";
    private const string Exchange = "urn:ietf:params:oauth:grant-type:token-exchange";

    private readonly FieldPolicy policy = policies.Of(Field);

    public async Task<IResult> AnswerAsync(HttpContext context, TokenEndpointForm kind)
    {
        var (form, error) = await OAuthForm.ReadAsync(context);
        if (form is null)
            return error!;
        if (form["grant_type"] is not { } grant)
            return Invalid("grant_type is missing.");
        if (grant is not (ClientCredentials or Exchange))
            return new OAuthError(OAuthError.UnsupportedGrantType, $"Use {ClientCredentials} or {Exchange}.");

        var client = await clients.ReadAsync(context, form);
        if (client.Refusal is not null)
            return client.Refusal;
        if (grant == Exchange)
        {
            var subject = await exchange.ReadSubjectAsync(context, form, client.Caller);
            return subject.Refusal ?? await IssueAsync(context, form, kind, subject.Caller!, exchanged: true);
        }

        return client.Caller is null
            ? OAuthError.InvalidClient("Send client_id and client_secret, in the form or as Authorization: Basic.", cameByBasic: false)
            : await IssueAsync(context, form, kind, client.Caller, exchanged: false);
    }

    private async Task<IResult> IssueAsync(HttpContext context, OAuthForm form, TokenEndpointForm kind, Caller caller, bool exchanged)
    {
        if (await policy.JudgeAsync(caller, default) is { } denial)
            return new DenialResult(denial);
        if (!scopes.TryRead(form["scope"], out var words, out var permissions))
            return new OAuthError(OAuthError.InvalidScope, "A word of scope names no permission.");
        if (!TryReadLifetime(form["expires_in"], out var lifetime))
            return Invalid("expires_in is not a whole number of seconds, from 1 on.");
        if (!TryReadAudience(form, out var audience))
            return new OAuthError(OAuthError.InvalidTarget, "Name one target, by audience or by resource, which is an absolute URL without a fragment.");

        var outcome = await create.RunAsync(
            caller,
            new AccessTokenRequest
            {
                Audience = audience,
                Permissions = permissions,
                Lifetime = lifetime,
                IsForClient = true,
                Scope = words,
                ScopeForm = kind is TokenEndpointForm.Connect ? ScopeForm.List : ScopeForm.Text,
            },
            context.RequestAborted);
        return outcome.Status switch
        {
            CreateAccessTokenStatus.Done => Issued(outcome, kind, exchanged),
            CreateAccessTokenStatus.AboveOwnRights => new OAuthError(OAuthError.InvalidScope, outcome.Faults[0].Reason),
            CreateAccessTokenStatus.InvalidInput => ErrorOf(outcome.Faults[0].Field, outcome.Faults[0].Reason),
            CreateAccessTokenStatus.IssuerUnknown => OAuthError.PublicUrlUnknown,
            CreateAccessTokenStatus.CallerChanged => exchanged
                ? new OAuthError(OAuthError.InvalidGrant, "The subject token has ended or changed meanwhile.")
                : OAuthError.InvalidClient("The client has ended or changed meanwhile.", cameByBasic: false),
        };
    }

    private static OAuthAnswer Issued(CreateAccessTokenOutcome outcome, TokenEndpointForm kind, bool exchanged) => new(StatusCodes.Status200OK, json =>
    {
        var token = outcome.Token!;
        json.WriteString("access_token", outcome.Jwt);
        if (exchanged)
            json.WriteString("issued_token_type", TokenExchange.AccessTokenType);
        json.WriteString("token_type", "Bearer");
        json.WriteNumber("expires_in", (long)token.Lifetime.TotalSeconds);
        json.WriteString("scope", string.Join(' ', token.Scope));
        if (kind is not TokenEndpointForm.Connect)
            return;
        json.WriteStartArray("permissions");
        foreach (var permission in token.Permissions.Listed)
            json.WriteStringValue(permission);
        json.WriteEndArray();
    });

    private static OAuthError ErrorOf(string field, string reason) => field switch
    {
        "input.audience" => new(OAuthError.InvalidTarget, $"The audience {reason}."),
        "input.lifetime" => Invalid($"The lifetime {reason}."),
        "input.permissions" => new(OAuthError.InvalidScope, $"The permissions {reason}."),
        _ => Invalid($"What is asked for {reason}."),
    };

    private static bool TryReadLifetime(string? text, out TimeSpan? lifetime)
    {
        lifetime = null;
        if (text is null)
            return true;
        // More than an int of seconds is beyond every setting.
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds < 1)
            return false;
        lifetime = TimeSpan.FromSeconds(seconds);
        return true;
    }

    /// <summary>RFC 8693 section 2.1 and RFC 8707 section 2: two names for the same, of which one is enough.</summary>
    private static bool TryReadAudience(OAuthForm form, out string? audience)
    {
        audience = form["audience"] ?? form["resource"];
        return form["resource"] is not { } resource
            || (resource == audience && Uri.TryCreate(resource, UriKind.Absolute, out _) && !resource.Contains('#', StringComparison.Ordinal));
    }

    private static OAuthError Invalid(string words) => new(OAuthError.InvalidRequest, words);
}

/// <summary>Which of the two paths.</summary>
internal enum TokenEndpointForm
{
    /// <summary>As RFC 6749 and RFC 9068 have it.</summary>
    Standard,

    /// <summary>As existing clients read it: <c>permissions</c> in the answer, and the JWT's <c>scope</c> as a list.</summary>
    Connect,
}
