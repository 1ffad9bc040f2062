using System.Globalization;
using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.AccessTokens;
using Microsoft.AspNetCore.Http.Features;

namespace GraphQLTokens.Service.Rest.ForwardAuth;

/// <summary>
/// A gateway asks, before it lets a request pass, whose credential it bears and whether that suffices: nginx's <c>auth_request</c>, Traefik's ForwardAuth,
/// Envoy's ext_authz and their like. 204 with <see cref="IdentityHeaders"/>, or a refusal with its code in <c>X-Auth-Reason</c> and its status in
/// <c>X-Auth-Status</c>, which is also the answer's own unless the gateway wants 403 for all. No method, header or body of the request means
/// anything but the credential and, from a trusted proxy, the client's address. docs/gateways.md says how each gateway is set up.
/// </summary>
internal sealed partial class ForwardAuthEndpoint(CallerReader reader, PermissionCatalog catalog, IdentityHeaders identity, ForwardedAccessTokens accessTokens, ILogger<ForwardAuthEndpoint> logger)
{
    private const string ReasonHeader = "X-Auth-Reason";
    private const string StatusHeader = "X-Auth-Status";

    public async Task AnswerAsync(HttpContext context)
    {
        var rules = ForwardAuthRules.Read(TargetOf(context), catalog);
        if (rules.Fault is { } fault)
        {
            await TellFaultAsync(context, fault, rules.DeniesWith403);
            return;
        }

        var admission = await reader.ReadAsync(context);
        // A missing permission is told before a limit that is used up.
        var missing = (admission.Caller ?? admission.Limited) is { } known ? PermissionCheck.Check(known, rules.Permissions, []) : null;
        var denial = missing ?? admission.Denial;
        if (denial is not null)
            await DenyAsync(context, denial, rules.DeniesWith403);
        else if (rules.Audience is null)
            Pass(context.Response, admission.Caller!, null, rules.AllowsWith200);
        else
            await PassWithAccessTokenAsync(context, admission.Caller!, rules);
    }

    private async Task PassWithAccessTokenAsync(HttpContext context, Caller caller, ForwardAuthRules rules)
    {
        var outcome = await accessTokens.FindOrIssueAsync(caller, rules.Audience!, context.RequestAborted);
        switch (outcome.Status)
        {
            case CreateAccessTokenStatus.Done:
                Pass(context.Response, caller, outcome.Jwt, rules.AllowsWith200);
                break;
            case CreateAccessTokenStatus.InvalidInput or CreateAccessTokenStatus.AboveOwnRights:
                await DenyAsync(context, Denial.NoAccessToken(outcome.Faults[0].ToString()), rules.DeniesWith403);
                break;
            case CreateAccessTokenStatus.IssuerUnknown:
                await TellFaultAsync(context, new ForwardAuthFault(ForwardAuthFaultKind.Issuer, 0), rules.DeniesWith403);
                break;
            case CreateAccessTokenStatus.CallerChanged:
                await DenyAsync(context, Denial.CallerChanged, rules.DeniesWith403);
                break;
        }
    }

    private void Pass(HttpResponse response, Caller caller, string? jwt, bool with200)
    {
        response.StatusCode = with200 ? StatusCodes.Status200OK : StatusCodes.Status204NoContent;
        response.Headers.CacheControl = "no-store";
        identity.Write(response.Headers, caller, jwt);
    }

    private static Task DenyAsync(HttpContext context, Denial denial, bool with403)
    {
        var status = DenialResult.StatusOf(denial);
        Explain(context.Response, denial.Code, status);
        return new DenialResult(denial) { Status = with403 ? StatusCodes.Status403Forbidden : status }.ExecuteAsync(context);
    }

    /// <summary>As it came over the wire; see <see cref="ForwardAuthTarget"/>.</summary>
    public static string TargetOf(HttpContext context) => context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    private static void Explain(HttpResponse response, string code, int status)
    {
        response.Headers[ReasonHeader] = code;
        response.Headers[StatusHeader] = status.ToString(CultureInfo.InvariantCulture);
    }

    // 400 and no 5xx: gateways can be told to let requests pass while the service that they ask is in trouble.
    private Task TellFaultAsync(HttpContext context, ForwardAuthFault fault, bool deniesWith403)
    {
        var words = fault.Words;
        LogFault(words);
        Explain(context.Response, ServiceCodes.ForwardAuthMisconfigured, StatusCodes.Status400BadRequest);
        var status = deniesWith403 ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest;
        return new RestProblem(status, ServiceCodes.ForwardAuthMisconfigured, words).ExecuteAsync(context);
    }

    [LoggerMessage(LogLevel.Warning, "A gateway's request for forward auth is refused, since its configuration is wrong. {Words}")]
    private partial void LogFault(string words);
}
