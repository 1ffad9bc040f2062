using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GraphQLTokens.Service.Tests.Security.Access;

/// <summary>Which endpoints the requests to a service came to.</summary>
internal sealed class ReachedEndpoints : IStartupFilter
{
    private readonly ConcurrentDictionary<string, bool> reached = new();

    public bool Contains(RouteEndpoint endpoint) => reached.ContainsKey(NameOf(endpoint));

    /// <summary>As <c>POST /api-tokens/{id}</c>; without a method where it takes any.</summary>
    public static string NameOf(RouteEndpoint endpoint) =>
        $"{string.Join(",", endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])} {endpoint.RoutePattern.RawText}".Trim();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, follow) =>
        {
            await follow(context);
            if (context.GetEndpoint() is RouteEndpoint endpoint)
                reached[NameOf(endpoint)] = true;
        });
        next(app);
    };
}
