using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Rest;

/// <summary>How REST endpoints are put on routes: each answers with a result, which is then written in one place.</summary>
internal static class RestEndpoints
{
    /// <param name="method">An HTTP method; those that the route has besides are <see cref="RefuseOtherMethods"/>'s to refuse.</param>
    public static IEndpointConventionBuilder MapRest(this IEndpointRouteBuilder endpoints, string method, string pattern, Func<HttpContext, Task<IResult>> answer) =>
        endpoints.MapMethods(pattern, [method], new RequestDelegate(async context => await (await answer(context)).ExecuteAsync(context)));

    /// <summary>405 with <c>Allow</c> (RFC 9110 section 15.5.6), in the shape of every other refusal.</summary>
    /// <param name="allowed">e.g. <c>GET, POST</c>.</param>
    public static void RefuseOtherMethods(this IEndpointRouteBuilder endpoints, string pattern, string allowed) => endpoints.Map(pattern, new RequestDelegate(context =>
    {
        context.Response.Headers.Allow = allowed;
        return new RestProblem(StatusCodes.Status405MethodNotAllowed, ServiceCodes.MethodNotAllowed, $"The methods here are {allowed}.").ExecuteAsync(context);
    }));
}
