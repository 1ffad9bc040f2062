using GraphQLTokens.Engine.Transports;
using GraphQLTokens.Engine.Transports.Http;
using GraphQLTokens.Engine.Transports.WebSockets;
using GraphQLTokens.Service.Access.Idempotency;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Limits;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Access;

/// <summary>
/// The door of an endpoint: reads who calls before anything else of the request is looked at. Whoever is not admitted is answered here, in the
/// shape of RFC 9457, and never as a GraphQL result, which clients would take for an error of their query.
/// </summary>
internal static class CallerReaderGate
{
    /// <summary>The paths are the same door: a request that was sent to one may be repeated to another.</summary>
    private const string Place = "graphql";

    /// <summary>
    /// Serves GraphQL at these paths, each behind the door. <c>Access:PublicIntrospection</c> lets requests without any credential pass, as nobody.
    /// </summary>
    /// <param name="limits">What a request may be; who calls is added here.</param>
    public static void MapGuardedGraphQL(this WebApplication app, GraphQLHttpOptions limits, params string[] paths)
    {
        var reader = app.Services.GetRequiredService<CallerReader>();
        var streams = app.Services.GetRequiredService<CallerReaderStreams>();
        var idempotent = app.Services.GetRequiredService<IdempotentRequests>();
        var admitsNobody = app.Services.GetRequiredService<IOptions<AccessSettings>>().Value.PublicIntrospection;
        var uses = app.Services.GetRequiredService<TokenLimits>();
        var options = limits with
        {
            Caller = context => context.Features.Get<Caller>(),
            RightEnds = streams.RightOf,
            AdmitBatch = (context, requests) => AdmitBatchAsync(context, uses, requests),
            // Whoever has no key gets this far only where the schema is public; errors help nobody to probe it all the same.
            HideSchema = context => context.Features.Get<Caller>() is null,
            AdmitIntrospection = admitsNobody,
        };
        foreach (var path in paths)
        {
            app.MapGraphQL(path, options).Finally(endpoint =>
            {
                var next = endpoint.RequestDelegate!;
                endpoint.RequestDelegate = context => AdmitAsync(context, reader, idempotent, admitsNobody, next);
            });
        }
    }

    /// <summary>The door has counted one request; a batch is as many as it holds.</summary>
    private static async ValueTask<bool> AdmitBatchAsync(HttpContext context, TokenLimits uses, int requests)
    {
        if (context.Features.Get<Caller>() is not { } caller || uses.Count(caller.TokenId, caller.RateLimit, requests - 1) is not { IsAllowed: false } refused)
            return true;
        await new DenialResult(Denial.RateLimited(refused)).ExecuteAsync(context);
        return false;
    }

    private static async Task AdmitAsync(HttpContext context, CallerReader reader, IdempotentRequests idempotent, bool admitsNobody, RequestDelegate next)
    {
        // A browser can put no header on an upgrade: who calls is asked in `connection_init`, before anything runs.
        if (WebSocketUpgrade.IsAskedFor(context))
        {
            await next(context);
            return;
        }

        var admission = await reader.ReadAsync(context);
        if (admission.IsAdmitted)
            context.Features.Set(admission.Caller);
        else if (admission.Denial.HadCredential || !admitsNobody)
        {
            await new DenialResult(admission.Denial).ExecuteAsync(context);
            return;
        }

        if (admission.IsAdmitted && IdempotentRequests.IsAskedFor(context))
            await idempotent.RunAsync(context, admission.Caller, Place, body => RepeatableMutation.IsIn(body) ? null : IdempotencyProblem.OtherField, next);
        else
            await next(context);
    }
}
