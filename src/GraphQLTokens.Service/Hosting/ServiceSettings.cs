using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Hosting;

/// <summary>Section <c>Service</c>: the service as a whole.</summary>
internal sealed class ServiceSettings
{
    public const string Section = "Service";

    /// <summary>
    /// Where clients reach the service: an absolute http or https URL, a path is allowed, e.g. <c>https://tokens.example.com</c>.
    /// Issuer, metadata and links are made from it alone. Unset: from the listener's address, and then only on loopback.
    /// </summary>
    public string? PublicUrl { get; set; }

    /// <summary>How long <c>/health/ready</c> says 503 while requests are still served and streams stay open, before the listener closes. Zero to 5 minutes.</summary>
    public TimeSpan DrainDelay { get; set; } = TimeSpan.Zero;

    /// <summary>How long running requests may take to finish after that. 1 second to 10 minutes; orchestrators commonly kill at 30 seconds.</summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(25);
}

internal sealed class ServiceSettingsRules : IValidateOptions<ServiceSettings>
{
    public ValidateOptionsResult Validate(string? name, ServiceSettings options)
    {
        var faults = new List<string>();
        if (options.PublicUrl is { Length: > 0 } url && !PublicUrl.TryNormalise(url, out _))
            faults.Add("Service:PublicUrl must be an absolute http or https URL without user name, query and fragment, e.g. https://tokens.example.com");
        if (options.DrainDelay < TimeSpan.Zero || options.DrainDelay > TimeSpan.FromMinutes(5))
            faults.Add("Service:DrainDelay must lie between 00:00:00 and 00:05:00");
        if (options.ShutdownTimeout < TimeSpan.FromSeconds(1) || options.ShutdownTimeout > TimeSpan.FromMinutes(10))
            faults.Add("Service:ShutdownTimeout must lie between 00:00:01 and 00:10:00");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
