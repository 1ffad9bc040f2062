using System.Globalization;
using GraphQLTokens.Service.Domain;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Persistence.Settings;

/// <summary>Section <c>Tokens</c>.</summary>
internal sealed class TokenSettings
{
    public const string Section = "Tokens";

    /// <summary>What new values begin with. Values made under another prefix stay good.</summary>
    public string Prefix { get; set; } = TokenValue.DefaultPrefix;

    /// <summary>Base64 keys of at least 32 bytes by version (1 and up): <c>Tokens:Peppers:1=...</c>. The highest version hashes new values.</summary>
    public Dictionary<string, string> Peppers { get; set; } = [];

    /// <summary>How long a rotation may let the previous value answer beside the new one; zero: not at all.</summary>
    public TimeSpan MaxOverlap { get; set; } = TimeSpan.FromDays(7);

    public TokenHasher CreateHasher() => new(Peppers.ToDictionary(
        pepper => int.Parse(pepper.Key, NumberStyles.None, CultureInfo.InvariantCulture),
        pepper => Convert.FromBase64String(pepper.Value)));
}

internal sealed class TokenSettingsValidator : IValidateOptions<TokenSettings>
{
    public ValidateOptionsResult Validate(string? name, TokenSettings options)
    {
        var faults = new List<string>();
        if (!TokenValue.IsPrefix(options.Prefix))
            faults.Add("Tokens:Prefix must be a lower-case letter and up to 15 lower-case letters or digits.");
        foreach (var (version, key) in options.Peppers)
        {
            if (!int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
                faults.Add($"Tokens:Peppers:{version}: the version must be a whole number from 1.");
            if (!IsKey(key))
                faults.Add($"Tokens:Peppers:{version} must be at least {TokenHasher.MinPepperBytes} bytes in base64 (openssl rand -base64 32).");
        }
        if (options.MaxOverlap < TimeSpan.Zero || options.MaxOverlap > TimeSpan.FromDays(365))
            faults.Add("Tokens:MaxOverlap must lie between 00:00:00 and 365.00:00:00.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsKey(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= TokenHasher.MinPepperBytes;
    }
}
