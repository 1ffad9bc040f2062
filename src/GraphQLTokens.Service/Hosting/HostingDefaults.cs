using Microsoft.Extensions.Configuration.Memory;

namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// Defaults as configuration of the lowest rank: a file, an environment variable or an argument of the same key overrides each of them.
/// They live in code and not in appsettings.json since that file is looked up in the working directory, which is the operator's.
/// </summary>
internal static class HostingDefaults
{
    public const string Url = "http://127.0.0.1:8080";

    private static readonly string[] AddressKeys = ["urls", "http_ports", "https_ports"];

    public static void LayBelow(IConfigurationManager configuration, IHostEnvironment environment)
    {
        var defaults = new Dictionary<string, string?>
        {
            ["Logging:LogLevel:Default"] = "Information",
            // At Information, ASP.NET Core logs request lines with their query strings; RequestLog says the same without what callers sent.
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
            // Has no more to say at Warning, and would begin an activity and a scope for each request as long as anybody listened: RequestLog begins its own.
            ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "None",
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
            // One JSON object a line for machines; lines for people while developing.
            ["Logging:Console:FormatterName"] = environment.IsDevelopment() ? "simple" : "json",
            // The framework's scopes repeat the path that was sent, and keys end up in paths by mistake.
            ["Logging:Console:FormatterOptions:IncludeScopes"] = "false",
            ["Logging:Console:FormatterOptions:SingleLine"] = "true",
            ["Logging:Console:FormatterOptions:UseUtcTimestamp"] = "true",
            ["Logging:Console:FormatterOptions:TimestampFormat"] = environment.IsDevelopment() ? "HH:mm:ss " : "yyyy-MM-ddTHH:mm:ss.fffZ",
        };
        if (!NamesAnAddress(configuration))
            defaults["urls"] = Url;
        ((IConfigurationBuilder)configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = defaults });
    }

    /// <summary>Kestrel endpoints and port lists would lose against a default in <c>urls</c>, or be warned about.</summary>
    private static bool NamesAnAddress(IConfiguration configuration) =>
        AddressKeys.Any(key => !string.IsNullOrEmpty(configuration[key])) || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
}
