using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Access.Policy;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.AccessTokens;

namespace GraphQLTokens.Service.OAuth;

/// <summary>
/// <c>POST /connect/api/v1/access_token</c> and <c>POST /access_token</c>: an access token for an API key, with no body. The key is sent as everywhere, or as
/// the password of <c>Authorization: Basic</c> with its owner's e-mail address as the name. Guarded as <c>Mutation.createAccessToken</c> is.
/// </summary>
internal sealed class KeyForJwtEndpoint(CallerReader reader, SchemaPolicy policies, FindOwnerEmail owners, CreateAccessToken create)
{
    private const string Field = "Mutation.createAccessToken";
    private readonly FieldPolicy policy = policies.Of(Field);

    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        var admission = await ReadAsync(context);
        if ((admission.Denial ?? await policy.JudgeAsync(admission.Caller!, default)) is { } denial)
            return new DenialResult(denial);
        var outcome = await create.RunAsync(admission.Caller!, new AccessTokenRequest(), context.RequestAborted);
        return outcome.Status switch
        {
            CreateAccessTokenStatus.Done => Issued(outcome),
            CreateAccessTokenStatus.InvalidInput or CreateAccessTokenStatus.AboveOwnRights => new OAuthError(OAuthError.InvalidRequest, outcome.Faults[0].Reason),
            CreateAccessTokenStatus.IssuerUnknown => OAuthError.PublicUrlUnknown,
            CreateAccessTokenStatus.CallerChanged => new DenialResult(Denial.CallerChanged),
        };
    }

    private async ValueTask<Admission> ReadAsync(HttpContext context)
    {
        if (!BasicCredentials.IsIn(context.Request))
            return await reader.ReadAsync(context);
        // Two credentials leave it open who calls.
        if (!BasicCredentials.TryRead(context.Request, out var basic) || context.Request.Headers.ContainsKey(CallerReader.ApiKeyHeader))
            return new Admission(Denial.AmbiguousCredential);
        var admission = await reader.ReadAsync(context, new Credential(CredentialKind.One, basic.Password.Length <= Credential.MaxLength ? basic.Password : ""));
        if (!admission.IsAdmitted)
            return admission;
        var isOwners = admission.Caller.AccessToken is null && await owners.IsAsync(admission.Caller.OwnerUserId, basic.Name, context.RequestAborted);
        return isOwners ? admission : new Admission(Denial.Of(VerificationCode.Unknown));
    }

    private static OAuthAnswer Issued(CreateAccessTokenOutcome outcome) => new(StatusCodes.Status200OK, json =>
    {
        json.WriteString("access_token", outcome.Jwt);
        json.WriteNumber("exp", outcome.Token!.EndsAt.ToUnixTimeSeconds());
        json.WriteString("token_type", "Bearer");
        json.WriteNumber("expires_in", (long)outcome.Token.Lifetime.TotalSeconds);
    });
}
