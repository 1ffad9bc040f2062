using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Hosting;

/// <summary>Section <c>Limits</c>: what the server takes from one connection, before anybody has read a key.</summary>
internal sealed class LimitSettings
{
    public const string Section = "Limits";

    /// <summary>Bytes of a request body, 1 KiB to 100 MiB; more is 413. A GraphQL request of a megabyte is already a strange one.</summary>
    public int MaxRequestBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Bytes of all request headers together, 4 KiB to 1 MiB; more is 431.</summary>
    public int MaxRequestHeadersBytes { get; set; } = 32 * 1024;

    /// <summary>Bytes of the request line, 1 KiB to 1 MiB; more is 414. It bounds a query sent by GET.</summary>
    public int MaxRequestLineBytes { get; set; } = 8 * 1024;

    /// <summary>How long a client may take to send its headers, 1 second to 5 minutes: slow senders are cut off.</summary>
    public TimeSpan RequestHeadersTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long an idle connection is kept, 1 second to 1 hour. Longer than the 60 seconds after which common proxies close theirs.</summary>
    public TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromSeconds(130);

    /// <summary>Connections open at once, 1 or more; null means no limit.</summary>
    public long? MaxConnections { get; set; }
}

internal sealed class LimitSettingsRules : IValidateOptions<LimitSettings>
{
    public ValidateOptionsResult Validate(string? name, LimitSettings options)
    {
        var faults = new List<string>();
        if (options.MaxRequestBodyBytes is < 1024 or > 100 * 1024 * 1024)
            faults.Add("Limits:MaxRequestBodyBytes must lie between 1024 and 104857600");
        if (options.MaxRequestHeadersBytes is < 4096 or > 1024 * 1024)
            faults.Add("Limits:MaxRequestHeadersBytes must lie between 4096 and 1048576");
        if (options.MaxRequestLineBytes is < 1024 or > 1024 * 1024)
            faults.Add("Limits:MaxRequestLineBytes must lie between 1024 and 1048576");
        if (options.RequestHeadersTimeout < TimeSpan.FromSeconds(1) || options.RequestHeadersTimeout > TimeSpan.FromMinutes(5))
            faults.Add("Limits:RequestHeadersTimeout must lie between 00:00:01 and 00:05:00");
        if (options.KeepAliveTimeout < TimeSpan.FromSeconds(1) || options.KeepAliveTimeout > TimeSpan.FromHours(1))
            faults.Add("Limits:KeepAliveTimeout must lie between 00:00:01 and 01:00:00");
        if (options.MaxConnections is < 1)
            faults.Add("Limits:MaxConnections must be 1 or more");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
