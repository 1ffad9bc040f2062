using GraphQLTokens.Engine.Transports;
using GraphQLTokens.Engine.Transports.Http;
using GraphQLTokens.Engine.Transports.WebSockets;
using GraphQLTokens.Service.Domain;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Access;

/// <summary>
/// The door of an endpoint: reads who calls before anything else of the request is looked at. Whoever is not admitted is answered here, in the
/// shape of RFC 9457, and never as a GraphQL result, which clients would take for an error of their query.
/// </summary>
internal static class CallerReaderGate
{
    /// <summary>
    /// Serves GraphQL at these paths, each behind the door. <c>Access:PublicIntrospection</c> lets requests without any credential pass, as nobody.
    /// </summary>
    /// <param name="maxBodyBytes">The longest request body.</param>
    /// <param name="maxBatchSize">How many requests one body may hold; 0 for no batches.</param>
    /// <param name="leaving">Cancelled when open streams have to end because the service takes its leave.</param>
    public static void MapGuardedGraphQL(this WebApplication app, int maxBodyBytes, int maxBatchSize, CancellationToken leaving, params string[] paths)
    {
        var reader = app.Services.GetRequiredService<CallerReader>();
        var streams = app.Services.GetRequiredService<CallerReaderStreams>();
        var admitsNobody = app.Services.GetRequiredService<IOptions<AccessSettings>>().Value.PublicIntrospection;
        var options = new GraphQLHttpOptions
        {
            Caller = context => context.Features.Get<Caller>(),
            RightEnds = streams.RightOf,
            Leaving = leaving,
            WebSockets = new GraphQLWebSocketOptions { Admit = streams.AdmitAsync, MaxMessageBytes = maxBodyBytes },
            MaxBodyBytes = maxBodyBytes,
            MaxBatchSize = maxBatchSize,
            // Existing clients take nothing but 200 for an answer that holds data.
            PartialSuccessStatus = StatusCodes.Status200OK,
        };
        foreach (var path in paths)
        {
            app.MapGraphQL(path, options).Finally(endpoint =>
            {
                var next = endpoint.RequestDelegate!;
                endpoint.RequestDelegate = context => AdmitAsync(context, reader, admitsNobody, next);
            });
        }
    }

    private static async Task AdmitAsync(HttpContext context, CallerReader reader, bool admitsNobody, RequestDelegate next)
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

        await next(context);
    }
}
