using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// <code>
/// GET /health/live    200 {"status":"live"}: the process answers. Nothing else is asked, so that a slow store restarts nobody.
/// GET /health/ready   200 {"status":"ready","checks":{"store":"ready"}}, or 503 with "not ready": send no requests here.
/// </code>
/// Checks are ASP.NET Core health checks that carry <see cref="ReadyTag"/>; their reasons stay in the log.
/// </summary>
internal static class HealthEndpoints
{
    public const string ReadyTag = "ready";
    public const string ReadyPath = "/health/ready";

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = (context, _) => Write(context, "live", null) });
        endpoints.MapHealthChecks(ReadyPath, new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(ReadyTag),
            // A store that only limps still answers; it is the checks' business to call that unhealthy.
            ResponseWriter = (context, report) => Write(context, Word(report.Status), report.Entries),
        });
    }

    private static string Word(HealthStatus status) => status == HealthStatus.Unhealthy ? "not ready" : "ready";

    private static async Task Write(HttpContext context, string status, IReadOnlyDictionary<string, HealthReportEntry>? checks)
    {
        context.Response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteString("status", status);
        if (checks is not null)
        {
            writer.WriteStartObject("checks");
            foreach (var (name, entry) in checks)
                writer.WriteString(name, Word(entry.Status));
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }
}
