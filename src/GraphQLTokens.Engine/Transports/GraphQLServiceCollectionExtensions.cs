using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Engine.Transports;

/// <summary>The way in: <c>services.AddGraphQLServer()</c> at start-up, <c>app.MapGraphQL("/graphql")</c> once it is built.</summary>
public static class GraphQLServiceCollectionExtensions
{
    /// <summary>Registers one <see cref="RequestExecutor"/>. A schema that is wrong, or code that does not fit it, keeps the service from starting.</summary>
    public static GraphQLServerBuilder AddGraphQLServer(this IServiceCollection services)
    {
        var builder = new GraphQLServerBuilder(services);
        services.AddSingleton(builder.Build);
        return builder;
    }
}
