using System.Globalization;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Persistence.Start;

/// <summary>
/// A start without a pepper that live values need would refuse good credentials, so it refuses itself. The versions in use are
/// remembered in one row: the values are looked at only when one of them is missing from the settings.
/// </summary>
internal sealed class PepperCheck(StoreWriter writer, TokenHasher hasher, TimeProvider time)
{
    /// <exception cref="InvalidOperationException">Values in the store need a pepper that is not configured.</exception>
    public Task RunAsync(CancellationToken cancellationToken) => writer.WriteAsync(CheckAsync, cancellationToken);

    private async Task<bool> CheckAsync(WriteScope scope, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var setting = await scope.Db.Settings.SingleOrDefaultAsync(row => row.Name == Setting.PepperVersions, cancellationToken);
        if (setting is null)
            scope.Db.Add(setting = new Setting { Name = Setting.PepperVersions, Value = "" });
        var used = setting.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToHashSet();
        foreach (var version in used.Where(version => !hasher.Knows(version)).ToList())
        {
            if (await scope.Db.Values.AnyAsync(value => value.PepperVersion == version && (value.RetiresAt == null || value.RetiresAt > now), cancellationToken))
                throw new InvalidOperationException(
                    $"Token values in the store were hashed with pepper version {version}: set Tokens:Peppers:{version}, or restore the settings that had it.");
            used.Remove(version);
        }
        used.Add(hasher.NewestVersion);
        setting.Value = string.Join(' ', used.Order());
        return true;
    }
}
