namespace GraphQLTokens.Service.OAuth;

/// <summary>Where the OAuth endpoints stand.</summary>
internal static class OAuthEndpoints
{
    public const string Token = "/oauth/token";
    public const string Introspection = "/oauth/introspect";
    public const string Revocation = "/oauth/revoke";
    public const string KeySet = "/.well-known/jwks.json";
    private const string Metadata = "/.well-known/oauth-authorization-server";
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddOAuth(this IServiceCollection services)
    {
        services.AddSingleton<ClientAuthentication>();
        services.AddSingleton<ScopeWords>();
        services.AddSingleton<TokenExchange>();
        services.AddSingleton<TokenEndpoint>();
        services.AddSingleton<KeyForJwtEndpoint>();
        services.AddSingleton<IntrospectionEndpoint>();
        services.AddSingleton<RevocationEndpoint>();
        services.AddSingleton<KeySetEndpoint>();
        services.AddSingleton<MetadataEndpoint>();
        return services;
    }

    public static void MapOAuth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Token, (HttpContext context, TokenEndpoint endpoint) => endpoint.AnswerAsync(context, TokenEndpointForm.Standard))
            .WithName("token").WithSummary("An access token for client credentials, or in exchange for a token");
        endpoints.MapPost("/connect/token", (HttpContext context, TokenEndpoint endpoint) => endpoint.AnswerAsync(context, TokenEndpointForm.Connect))
            .WithName("connectToken").WithSummary("An access token for client credentials, as existing clients read it");
        foreach (var path in new[] { "/connect/api/v1/access_token", "/access_token" })
        {
            endpoints.MapPost(path, (HttpContext context, KeyForJwtEndpoint endpoint) => endpoint.AnswerAsync(context))
                .WithSummary("An access token for an API key");
        }

        endpoints.MapPost(Introspection, (HttpContext context, IntrospectionEndpoint endpoint) => endpoint.AnswerAsync(context))
            .WithName("introspect").WithSummary("Whether a token is good, and what it may do");
        endpoints.MapPost(Revocation, (HttpContext context, RevocationEndpoint endpoint) => endpoint.AnswerAsync(context))
            .WithName("revoke").WithSummary("Ends a client's own token");
        endpoints.MapMethods(KeySet, Reading, (HttpContext context, KeySetEndpoint endpoint) => endpoint.AnswerAsync(context))
            .WithName("keySet").WithSummary("The public keys that access tokens are signed with");
        endpoints.MapMethods(Metadata, Reading, (HttpContext context, MetadataEndpoint endpoint) => endpoint.Answer(context))
            .WithName("authorizationServer").WithSummary("Where the OAuth endpoints are");
    }
}
