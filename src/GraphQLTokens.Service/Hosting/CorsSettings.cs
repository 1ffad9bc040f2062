using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Hosting;

/// <summary>Section <c>Cors</c>: which sites' pages may call this service from their visitors' browsers.</summary>
internal sealed class CorsSettings
{
    public const string Section = "Cors";

    /// <summary>
    /// Origins as browsers send them: scheme, host and, unless it is the scheme's own, port, e.g. <c>https://console.example.com</c>. Empty: no other site's
    /// pages. There is no word for "all": a page that may send keys from a visitor's browser is one that somebody has decided to trust.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];
}

internal sealed class CorsSettingsRules : IValidateOptions<CorsSettings>
{
    public ValidateOptionsResult Validate(string? name, CorsSettings options)
    {
        var faults = new SettingFaults(CorsSettings.Section);
        for (var index = 0; index < options.AllowedOrigins.Count; index++)
        {
            if (!AllowedOrigins.IsOrigin(options.AllowedOrigins[index]))
                faults.Add($"AllowedOrigins:{index}", $"must be one origin such as https://console.example.com, without a path and without wildcards: '{options.AllowedOrigins[index]}'");
        }

        return faults.Result;
    }
}
