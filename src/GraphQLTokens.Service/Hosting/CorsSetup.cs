using GraphQLTokens.Service.Access.Idempotency;
using Microsoft.Net.Http.Headers;

namespace GraphQLTokens.Service.Hosting;

/// <summary>Cross-origin resource sharing (Fetch standard, "CORS protocol"), for every path of the service.</summary>
internal static class CorsSetup
{
    // How long a browser may go by a preflight's answer: the list changes with a restart, which is rare.
    private static readonly TimeSpan PreflightLife = TimeSpan.FromMinutes(10);

    // Beside what every page may read: when to come again, what of, and whether an answer is a repeat.
    private static readonly string[] Readable = [HeaderNames.RetryAfter, HeaderNames.WWWAuthenticate, HeaderNames.Location, HeaderNames.ETag, "RateLimit", "RateLimit-Policy", IdempotentRequests.ReplayedHeader];

    /// <summary>
    /// Lets pages of <c>Cors:AllowedOrigins</c> send any method and header, and read answers. Never with credentials: keys are in headers that the page sets itself,
    /// and what a browser adds by itself counts for nothing here. Without such origins no answer names any.
    /// </summary>
    public static void UseAllowedOrigins(this WebApplication app)
    {
        var origins = app.Services.GetRequiredService<AllowedOrigins>();
        if (origins.Listed.Count == 0)
            return;
        app.UseCors(policy => policy
            .WithOrigins([.. origins.Listed])
            .AllowAnyMethod()
            .AllowAnyHeader()
            .DisallowCredentials()
            .WithExposedHeaders(Readable)
            .SetPreflightMaxAge(PreflightLife));
    }
}
