using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// The page at <c>/docs/</c>: Swagger UI over the OpenAPI document, in which a person puts in a key and tries each call. Its files are in its package, and it calls
/// nothing but this service. What is put in stays in the page, and is gone with it.
/// </summary>
internal static class ApiDocs
{
    private const string Path = "/docs";

    // React writes style attributes; scripts come from here alone, and nothing is sent anywhere else.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Unless <c>ApiDocs:Enabled</c> is false.</summary>
    public static void UseApiDocs(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<ApiDocsSettings>>().Value.Enabled)
            return;
        app.Map(Path, branch =>
        {
            branch.Use((context, next) =>
            {
                SecurityHeaders.ForPage(context.Response.Headers, Policy);
                context.Response.Headers.CacheControl = "no-cache";
                if (context.Request.Path.HasValue)
                    return next(context);
                // Relative addresses of the page need the slash.
                context.Response.Redirect("docs/");
                return Task.CompletedTask;
            });
            branch.UseSwaggerUI(options =>
            {
                options.RoutePrefix = "";
                options.DocumentTitle = "GraphQLTokens";
                // From the page's own address, so that it holds behind a proxy that cuts a prefix off.
                options.SwaggerEndpoint("../openapi/v1.json", "GraphQLTokens");
            });
        });
    }
}
