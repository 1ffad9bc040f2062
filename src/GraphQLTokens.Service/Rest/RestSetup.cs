using GraphQLTokens.Service.Rest.ForwardAuth;
using GraphQLTokens.Service.Rest.OpenApi;
using GraphQLTokens.Service.Rest.Tokens;
using GraphQLTokens.Service.Rest.Verification;

namespace GraphQLTokens.Service.Rest;

/// <summary>REST over the operations that GraphQL calls, under the guards of schema.graphql.</summary>
internal static class RestSetup
{
    public static IServiceCollection AddRest(this IServiceCollection services)
    {
        services.AddSingleton<TokenJson>();
        services.AddSingleton<TokenEndpoints>();
        services.AddSingleton<VerificationJson>();
        services.AddSingleton<VerificationEndpoints>();
        services.AddSingleton<LeakEndpoints>();
        services.AddForwardAuth();
        return services;
    }

    /// <summary>Every address stands on the service's own base, with no prefix: so existing clients send them.</summary>
    public static WebApplication MapRest(this WebApplication app)
    {
        app.MapOpenApi();
        app.Services.GetRequiredService<TokenEndpoints>().Map(app);
        app.Services.GetRequiredService<VerificationEndpoints>().Map(app);
        app.Services.GetRequiredService<LeakEndpoints>().Map(app);
        app.MapForwardAuth();
        return app;
    }
}
