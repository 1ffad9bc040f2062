using System.Globalization;
using GraphQLTokens.Service.Persistence.Secrets;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Persistence.Settings;

/// <summary>Section <c>Secrets</c>: the keys under which what must be read again is sealed in the store, such as signing keys.</summary>
internal sealed class SecretSettings
{
    public const string Section = "Secrets";

    /// <summary>32 bytes in base64: version 1 of the key. Unset: what is in <see cref="KeyFile"/>.</summary>
    public string? Key { get; set; }

    /// <summary>Later keys by version, from 2 on: <c>Secrets:Keys:2=...</c>. The highest version seals; what older ones sealed is sealed anew at the next start.</summary>
    public Dictionary<string, string> Keys { get; set; } = [];

    /// <summary>Where version 1 lies when no setting holds it (mode 0600); made at the first start.</summary>
    public string KeyFile { get; set; } = "data/secrets-key";

    /// <summary>The keys that the settings hold, by version.</summary>
    public Dictionary<int, byte[]> Read()
    {
        var keys = Keys.ToDictionary(key => int.Parse(key.Key, NumberStyles.None, CultureInfo.InvariantCulture), key => Convert.FromBase64String(key.Value));
        if (!string.IsNullOrEmpty(Key))
            keys.Add(SecretSealer.FirstVersion, Convert.FromBase64String(Key));
        return keys;
    }
}

internal sealed class SecretSettingsValidator : IValidateOptions<SecretSettings>
{
    private const string Form = "must be 32 bytes in base64 (openssl rand -base64 32).";

    public ValidateOptionsResult Validate(string? name, SecretSettings options)
    {
        var faults = new List<string>();
        if (!string.IsNullOrEmpty(options.Key) && !SecretSealer.IsKey(options.Key))
            faults.Add($"Secrets:Key {Form}");
        foreach (var (version, key) in options.Keys)
        {
            if (!int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number <= SecretSealer.FirstVersion)
                faults.Add($"Secrets:Keys:{version}: the version must be a whole number from 2; version 1 is Secrets:Key.");
            if (!SecretSealer.IsKey(key))
                faults.Add($"Secrets:Keys:{version} {Form}");
        }
        if (string.IsNullOrWhiteSpace(options.KeyFile))
            faults.Add("Secrets:KeyFile is empty; it names the file for the key, e.g. data/secrets-key.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
