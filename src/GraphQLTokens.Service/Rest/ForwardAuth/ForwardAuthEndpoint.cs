using System.Globalization;
using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Domain;
using Microsoft.AspNetCore.Http.Features;

namespace GraphQLTokens.Service.Rest.ForwardAuth;

/// <summary>
/// A gateway asks, before it lets a request pass, whose credential it bears and whether that suffices: nginx's <c>auth_request</c>, Traefik's ForwardAuth,
/// Envoy's ext_authz and their like. 204 with <see cref="IdentityHeaders"/>, or a refusal with its code in <c>X-Auth-Reason</c> and its status in
/// <c>X-Auth-Status</c>, which is also the answer's own unless the gateway wants 403 for all. No method, header or body of the request means
/// anything but the credential and, from a trusted proxy, the client's address. docs/gateways.md says how each gateway is set up.
/// </summary>
internal sealed partial class ForwardAuthEndpoint(CallerReader reader, PermissionCatalog catalog, IdentityHeaders identity, ILogger<ForwardAuthEndpoint> logger)
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
        {
            var status = DenialResult.StatusOf(denial);
            Explain(context.Response, denial.Code, status);
            await new DenialResult(denial) { Status = rules.DeniesWith403 ? StatusCodes.Status403Forbidden : status }.ExecuteAsync(context);
            return;
        }

        var response = context.Response;
        response.StatusCode = rules.AllowsWith200 ? StatusCodes.Status200OK : StatusCodes.Status204NoContent;
        response.Headers.CacheControl = "no-store";
        identity.Write(response.Headers, admission.Caller!);
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
