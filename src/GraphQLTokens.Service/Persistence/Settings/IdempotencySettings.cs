using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Persistence.Settings;

/// <summary>Section <c>Idempotency</c>.</summary>
internal sealed class IdempotencySettings
{
    public const string Section = "Idempotency";

    /// <summary>How long a call with an <c>Idempotency-Key</c> is remembered: a repeat within it is answered and not done again.</summary>
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromHours(24);
}

internal sealed class IdempotencySettingsValidator : IValidateOptions<IdempotencySettings>
{
    public ValidateOptionsResult Validate(string? name, IdempotencySettings options) =>
        options.KeepFor < TimeSpan.FromMinutes(1) || options.KeepFor > TimeSpan.FromDays(30)
            ? ValidateOptionsResult.Fail("Idempotency:KeepFor must lie between 00:01:00 and 30.00:00:00.")
            : ValidateOptionsResult.Success;
}
