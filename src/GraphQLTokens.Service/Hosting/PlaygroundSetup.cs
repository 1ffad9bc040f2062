using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Hosting;

internal static class PlaygroundSetup
{
    /// <summary>Lets browsers have the playground at these GraphQL paths, unless <c>Playground:Enabled</c> is false.</summary>
    public static void UsePlayground(this WebApplication app, params string[] graphQLPaths)
    {
        if (graphQLPaths.Length > 0 && app.Services.GetRequiredService<IOptions<PlaygroundSettings>>().Value.Enabled)
            app.UseMiddleware<Playground>([graphQLPaths.Select(path => new PathString(path)).ToArray()]);
    }
}
