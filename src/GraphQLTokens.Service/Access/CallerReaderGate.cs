using GraphQLTokens.Service.Domain;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Access;

/// <summary>
/// The door of an endpoint: reads who calls before anything else of the request is looked at. Whoever is not admitted is answered here, in the
/// shape of RFC 9457, and never as a GraphQL result, which clients would take for an error of their query.
/// </summary>
internal static class CallerReaderGate
{
    /// <summary>Puts the door in front of endpoints. <c>Access:PublicIntrospection</c> lets requests without any credential pass, as nobody.</summary>
    public static TBuilder RequireCaller<TBuilder>(this TBuilder endpoints, IServiceProvider services)
        where TBuilder : IEndpointConventionBuilder
    {
        var reader = services.GetRequiredService<CallerReader>();
        var admitsNobody = services.GetRequiredService<IOptions<AccessSettings>>().Value.PublicIntrospection;
        endpoints.Finally(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => AdmitAsync(context, reader, admitsNobody, next);
        });
        return endpoints;
    }

    /// <summary>Who was admitted; null for nobody.</summary>
    public static Caller? CallerOf(HttpContext context) => context.Features.Get<Caller>();

    private static async Task AdmitAsync(HttpContext context, CallerReader reader, bool admitsNobody, RequestDelegate next)
    {
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
