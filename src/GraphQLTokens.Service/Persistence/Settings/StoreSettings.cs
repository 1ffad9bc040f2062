using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Persistence.Settings;

/// <summary>Section <c>Store</c>.</summary>
internal sealed class StoreSettings
{
    public const string Section = "Store";

    /// <summary>The SQLite file, under the working directory unless absolute; its directory is made on demand.</summary>
    public string Path { get; set; } = "data/tokens.db";

    /// <summary>How long a connection waits for another one's lock. This process writes through one connection, so only outside tools make it wait.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many key records are kept in memory; about half a kilobyte each.</summary>
    public int CachedKeys { get; set; } = 100_000;

    /// <summary>How often the collected last uses are written.</summary>
    public TimeSpan LastUsedInterval { get; set; } = TimeSpan.FromSeconds(5);
}

internal sealed class StoreSettingsValidator : IValidateOptions<StoreSettings>
{
    public ValidateOptionsResult Validate(string? name, StoreSettings options)
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Path))
            faults.Add("Store:Path is empty; it names the database file, e.g. data/tokens.db.");
        if (options.BusyTimeout < TimeSpan.FromSeconds(1) || options.BusyTimeout > TimeSpan.FromMinutes(1))
            faults.Add("Store:BusyTimeout must lie between 00:00:01 and 00:01:00.");
        if (options.CachedKeys is < 1 or > 10_000_000)
            faults.Add("Store:CachedKeys must lie between 1 and 10000000.");
        if (options.LastUsedInterval < TimeSpan.FromMilliseconds(100) || options.LastUsedInterval > TimeSpan.FromHours(1))
            faults.Add("Store:LastUsedInterval must lie between 00:00:00.100 and 01:00:00.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
