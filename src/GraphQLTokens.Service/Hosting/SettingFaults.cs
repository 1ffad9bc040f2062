using System.Globalization;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Hosting;

/// <summary>Collects what is wrong with the settings of a section; every message names the key.</summary>
internal sealed class SettingFaults(string section)
{
    private readonly List<string> faults = [];

    public ValidateOptionsResult Result => faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

    /// <summary>Both bounds included.</summary>
    public SettingFaults Between(string key, long value, long least, long most) =>
        value >= least && value <= most ? this : Add(key, string.Create(CultureInfo.InvariantCulture, $"must lie between {least} and {most}"));

    /// <inheritdoc cref="Between(string, long, long, long)"/>
    public SettingFaults Between(string key, TimeSpan value, TimeSpan least, TimeSpan most) =>
        value >= least && value <= most ? this : Add(key, string.Create(CultureInfo.InvariantCulture, $"must lie between {least:c} and {most:c}"));

    /// <summary>One of the names that the enum has: configuration takes any number for one.</summary>
    public SettingFaults Known<T>(string key, T value)
        where T : struct, Enum => Enum.IsDefined(value) ? this : Add(key, $"must be one of: {string.Join(", ", Enum.GetNames<T>())}");

    public SettingFaults Add(string key, string fault)
    {
        faults.Add($"{section}:{key} {fault}");
        return this;
    }
}
