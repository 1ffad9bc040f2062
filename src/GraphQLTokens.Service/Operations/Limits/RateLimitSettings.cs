using GraphQLTokens.Service.Domain;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Operations.Limits;

/// <summary>Section <c>RateLimits</c>: how often is too often. Each node counts for itself.</summary>
internal sealed class RateLimitSettings
{
    public const string Section = "RateLimits";

    /// <summary>How often a token without a limit of its own may be used in <see cref="DefaultWindow"/>, 1 to 1,000,000. Unset: as often as it likes.</summary>
    public int? DefaultLimit { get; set; }

    /// <summary>Whole seconds, 1 second to 31 days.</summary>
    public TimeSpan DefaultWindow { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many bad credentials of one address are answered with 401 in <see cref="FailedAttemptsWindow"/>; further ones with 429. 0: all with 401.</summary>
    public int FailedAttempts { get; set; } = 100;

    /// <summary>Whole seconds, 1 second to 31 days.</summary>
    public TimeSpan FailedAttemptsWindow { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many values one address may send to <c>POST /api-tokens/revoke</c> in <see cref="RevocationsWindow"/>, 1 to 1,000,000.</summary>
    public int Revocations { get; set; } = 60;

    /// <summary>Whole seconds, 1 second to 31 days.</summary>
    public TimeSpan RevocationsWindow { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many tokens are counted at a time, 1,024 to 16,777,216, in about 40 bytes each. Beyond it those are forgotten that have used the least.</summary>
    public int TrackedTokens { get; set; } = 131_072;

    /// <summary>The same for addresses.</summary>
    public int TrackedAddresses { get; set; } = 65_536;

    /// <summary>Null: none.</summary>
    public RateLimit? Default() => DefaultLimit is { } limit ? new RateLimit(limit, DefaultWindow) : null;
}

internal sealed class RateLimitSettingsValidator : IValidateOptions<RateLimitSettings>
{
    private const int FewestTracked = 1024;
    private const int MostTracked = 16 * 1024 * 1024;

    public ValidateOptionsResult Validate(string? name, RateLimitSettings options)
    {
        var faults = new List<string>();
        if (options.DefaultLimit is { } limit && !RateLimit.IsLimit(limit))
            faults.Add("RateLimits:DefaultLimit must lie between 1 and 1000000");
        if (options.FailedAttempts != 0 && !RateLimit.IsLimit(options.FailedAttempts))
            faults.Add("RateLimits:FailedAttempts must lie between 0 and 1000000");
        if (!RateLimit.IsLimit(options.Revocations))
            faults.Add("RateLimits:Revocations must lie between 1 and 1000000");
        foreach (var (key, window) in Windows(options))
        {
            if (!RateLimit.IsWindow(window))
                faults.Add($"RateLimits:{key} must be whole seconds between 00:00:01 and 31.00:00:00");
        }
        if (options.TrackedTokens is < FewestTracked or > MostTracked)
            faults.Add("RateLimits:TrackedTokens must lie between 1024 and 16777216");
        if (options.TrackedAddresses is < FewestTracked or > MostTracked)
            faults.Add("RateLimits:TrackedAddresses must lie between 1024 and 16777216");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<(string Key, TimeSpan Window)> Windows(RateLimitSettings options) =>
    [
        (nameof(options.DefaultWindow), options.DefaultWindow),
        (nameof(options.FailedAttemptsWindow), options.FailedAttemptsWindow),
        (nameof(options.RevocationsWindow), options.RevocationsWindow),
    ];
}
