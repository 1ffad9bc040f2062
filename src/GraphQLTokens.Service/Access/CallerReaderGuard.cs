using GraphQLTokens.Service.Access.Idempotency;
using GraphQLTokens.Service.Access.Policy;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Access;

/// <summary>
/// The guard of an endpoint that is not GraphQL's: it reads who calls, asks the field of the schema that the endpoint stands beside, and only then lets anything
/// of the request be looked at. Whoever is not let in is answered here.
/// </summary>
internal static class CallerReaderGuard
{
    /// <param name="endpoint">Runs with the caller at hand: <see cref="CallerOf"/>.</param>
    /// <param name="field">The coordinate of the field whose directives guard it, e.g. <c>Mutation.createAPIToken</c>.</param>
    /// <param name="id">The route value that names what is asked about, which <c>exceptSelf</c> looks at; null: the route has none.</param>
    /// <param name="isRepeatable">Its operation heeds <see cref="Caller.Call"/>: an <c>Idempotency-Key</c> may go with it.</param>
    /// <exception cref="ArgumentException">When the endpoints are built, so at start-up: the schema has no such field.</exception>
    public static TBuilder GuardedBy<TBuilder>(this TBuilder endpoint, string field, string? id = null, bool isRepeatable = false)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Finally(built =>
        {
            var services = built.ApplicationServices;
            var reader = services.GetRequiredService<CallerReader>();
            var policy = services.GetRequiredService<SchemaPolicy>().Of(field);
            var idempotent = services.GetRequiredService<IdempotentRequests>();
            var next = built.RequestDelegate!;
            RequestDelegate once = context => IdempotentRequests.IsAskedFor(context)
                ? idempotent.RunAsync(context, CallerOf(context), PlaceOf(context.Request), _ => isRepeatable ? null : IdempotencyProblem.OtherEndpoint, next)
                : next(context);
            built.RequestDelegate = context => AdmitAsync(context, reader, policy, id, once);
        });
        return endpoint;
    }

    /// <summary>Who calls, as the guard has judged it.</summary>
    /// <exception cref="InvalidOperationException">The endpoint is not guarded.</exception>
    public static Caller CallerOf(HttpContext context) =>
        context.Features.Get<Caller>() ?? throw new InvalidOperationException("Nobody has judged who calls this endpoint.");

    private static async Task AdmitAsync(HttpContext context, CallerReader reader, FieldPolicy policy, string? id, RequestDelegate next)
    {
        var admission = await reader.ReadAsync(context);
        var denial = admission switch
        {
            { IsAdmitted: true } => await policy.JudgeAsync(admission.Caller, ArgumentsOf(context, id)),
            // A permission that is missing is told first: to wait would not help.
            { Limited: { } limited } => policy.Judge(limited, ArgumentsOf(context, id)) ?? admission.Denial,
            _ => admission.Denial,
        };
        if (denial is not null)
        {
            await new DenialResult(denial).ExecuteAsync(context);
            return;
        }

        context.Features.Set(admission.Caller);
        await next(context);
    }

    private static string PlaceOf(HttpRequest request) => $"{request.Path}{request.QueryString}";

    private static CallArguments ArgumentsOf(HttpContext context, string? id) =>
        id is not null && context.Request.RouteValues[id] is string text ? new CallArguments(text) : default;
}
