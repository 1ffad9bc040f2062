using Microsoft.Net.Http.Headers;

namespace GraphQLTokens.Service.Rest.ForwardAuth;

/// <summary>Forward auth's place in the service.</summary>
internal static class ForwardAuthSetup
{
    public static IServiceCollection AddForwardAuth(this IServiceCollection services)
    {
        services.AddSingleton<IdentityHeaders>();
        services.AddSingleton<ForwardAuthEndpoint>();
        return services;
    }

    /// <summary>
    /// Nails down requests that were sent to <see cref="ForwardAuthTarget.Prefix"/>, before anything goes by their path: a gateway may have appended its
    /// client's path, and whatever the server makes of the two together, the request stays here.
    /// </summary>
    public static WebApplication UseForwardAuthTargets(this WebApplication app)
    {
        app.Use(static (context, next) =>
        {
            if (ForwardAuthTarget.Leads(ForwardAuthEndpoint.TargetOf(context)))
                context.Request.Path = ForwardAuthTarget.Prefix;
            // CORS would answer 204, which lets anybody pass: the preflight that a gateway hands on is meant for the service behind it.
            if (context.Request.Path.StartsWithSegments(ForwardAuthTarget.Prefix))
                context.Request.Headers.Remove(HeaderNames.AccessControlRequestMethod);
            return next(context);
        });
        return app;
    }

    /// <summary>Any method; GET stands for all in the OpenAPI document. Who may pass is what is asked, and so no field of the schema guards it.</summary>
    public static void MapForwardAuth(this IEndpointRouteBuilder endpoints)
    {
        RequestDelegate answer = endpoints.ServiceProvider.GetRequiredService<ForwardAuthEndpoint>().AnswerAsync;
        endpoints.MapMethods(ForwardAuthTarget.Prefix, ["GET"], answer);
        endpoints.Map($"{ForwardAuthTarget.Prefix}/{{**path}}", answer);
    }
}
