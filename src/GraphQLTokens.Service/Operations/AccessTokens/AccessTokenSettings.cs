using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Operations.AccessTokens;

/// <summary>Section <c>AccessTokens</c>: signed, short-lived views of API tokens.</summary>
internal sealed class AccessTokenSettings
{
    public const string Section = "AccessTokens";

    /// <summary>How long one lasts when nothing else is asked for: from createAccessToken and /access_token.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The same from /connect/token and /oauth/token.</summary>
    public TimeSpan ClientLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>The longest that may be asked for.</summary>
    public TimeSpan MaxLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Words of <c>scope</c>, separated by spaces, that narrow nothing: existing clients send them out of habit. All others are names of permissions.</summary>
    public string NeutralScopes { get; set; } = "api1";

    /// <summary>How many that were verified are remembered, so that they are not verified again; some kilobytes each.</summary>
    public int Remembered { get; set; } = 10_000;

    /// <summary>
    /// How long one lasts that forward auth makes for the service behind a gateway. It is handed out again until half of this is left; whoever verifies it
    /// offline learns of its token's end only then.
    /// </summary>
    public TimeSpan ForwardedLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many of those are remembered, to be handed out again; some kilobytes each.</summary>
    public int ForwardedRemembered { get; set; } = 10_000;

    /// <summary>How long a signing key signs before the next one does.</summary>
    public TimeSpan SigningKeyPeriod { get; set; } = TimeSpan.FromDays(90);
}

internal sealed class AccessTokenSettingsRules : IValidateOptions<AccessTokenSettings>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>Below it, every other request would sign.</summary>
    private static readonly TimeSpan ShortestForwarded = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public ValidateOptionsResult Validate(string? name, AccessTokenSettings options)
    {
        var faults = new List<string>();
        if (options.MaxLifetime < Shortest || options.MaxLifetime > Longest)
            faults.Add("AccessTokens:MaxLifetime must lie between 00:00:01 and 30.00:00:00.");
        if (options.Lifetime < Shortest || options.Lifetime > options.MaxLifetime)
            faults.Add("AccessTokens:Lifetime must lie between 00:00:01 and AccessTokens:MaxLifetime.");
        if (options.ClientLifetime < Shortest || options.ClientLifetime > options.MaxLifetime)
            faults.Add("AccessTokens:ClientLifetime must lie between 00:00:01 and AccessTokens:MaxLifetime.");
        if (options.Remembered is < 1 or > 1_000_000)
            faults.Add("AccessTokens:Remembered must lie between 1 and 1000000.");
        if (options.ForwardedLifetime < ShortestForwarded || options.ForwardedLifetime > options.MaxLifetime)
            faults.Add("AccessTokens:ForwardedLifetime must lie between 00:00:10 and AccessTokens:MaxLifetime.");
        if (options.ForwardedRemembered is < 2 or > 1_000_000)
            faults.Add("AccessTokens:ForwardedRemembered must lie between 2 and 1000000.");
        if (options.SigningKeyPeriod < TimeSpan.FromHours(1) || options.SigningKeyPeriod > TimeSpan.FromDays(3650))
            faults.Add("AccessTokens:SigningKeyPeriod must lie between 01:00:00 and 3650.00:00:00.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
