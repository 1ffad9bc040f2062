using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GraphQLTokens.Service.Persistence.Secrets;
using GraphQLTokens.Service.Persistence.Settings;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Persistence.Start;

/// <summary>
/// Obtains the keys that seal secrets. The store remembers by a sealed word for each version whether a key is the right one; a start with a wrong key,
/// or without one that is needed, refuses itself: it would lose every secret under it. What older versions sealed is sealed anew under the newest,
/// after which they may be taken out of the settings.
/// </summary>
internal sealed partial class SecretsStart(StoreWriter writer, SecretSealer sealer, IOptions<SecretSettings> settings, ILogger<SecretsStart> logger)
{
    private const string Word = "GraphQLTokens";

    /// <exception cref="InvalidOperationException">A key is missing, or not the one that the store was written with.</exception>
    public Task RunAsync(CancellationToken cancellationToken) => writer.WriteAsync(RunAsync, cancellationToken);

    private async Task<bool> RunAsync(WriteScope scope, CancellationToken cancellationToken)
    {
        var words = await scope.Db.Settings.Where(row => row.Name.StartsWith(Setting.SecretsWord)).ToListAsync(cancellationToken);
        sealer.Use(Obtain(isFirst: words.Count == 0));
        foreach (var word in words)
            Check(word);
        await SealAnewAsync(scope.Db, cancellationToken);
        scope.Db.RemoveRange(words.Where(word => VersionOf(word) != sealer.NewestVersion));
        if (words.All(word => VersionOf(word) != sealer.NewestVersion))
        {
            var name = NameOf(sealer.NewestVersion);
            scope.Db.Add(new Setting { Name = name, Value = Convert.ToBase64String(sealer.Seal(Encoding.UTF8.GetBytes(Word), name)) });
        }
        return true;
    }

    private Dictionary<int, byte[]> Obtain(bool isFirst)
    {
        var keys = settings.Value.Read();
        if (keys.ContainsKey(SecretSealer.FirstVersion))
            return keys;
        var file = Path.GetFullPath(settings.Value.KeyFile);
        OwnFiles.WarnOfOthers(file, logger);
        if (SecretKeyFile.TryRead(file, out var key))
            keys.Add(SecretSealer.FirstVersion, key);
        else if (keys.Count == 0 && isFirst)
        {
            // The file is on the disk before anything sealed under it is committed.
            keys.Add(SecretSealer.FirstVersion, SecretKeyFile.Make(file));
            LogMade(file);
        }
        else if (keys.Count == 0)
            throw new InvalidOperationException($"The store holds secrets, and there is no key for them: {file} is missing. Restore it, or set Secrets:Key to what it held.");
        return keys;
    }

    private void Check(Setting word)
    {
        var version = VersionOf(word);
        var name = version == SecretSealer.FirstVersion ? "Secrets:Key" : $"Secrets:Keys:{version}";
        if (!sealer.Knows(version))
            throw new InvalidOperationException($"Secrets in the store were sealed under version {version} of the key: set {name}, or restore the settings that had it.");
        try
        {
            sealer.Open(Convert.FromBase64String(word.Value), word.Name);
        }
        catch (CryptographicException fault)
        {
            throw new InvalidOperationException(
                $"{name} is not the key that secrets in the store were sealed under. Restore that key; a new one gets the next version, Secrets:Keys:{version + 1}, beside it. "
                + "Where no setting holds version 1, it is read from Secrets:KeyFile.", fault);
        }
    }

    private async Task SealAnewAsync(TokensDbContext db, CancellationToken cancellationToken)
    {
        foreach (var key in await db.SigningKeys.Where(key => key.SealedPrivateKey != null).ToListAsync(cancellationToken))
        {
            if (SecretSealer.VersionOf(key.SealedPrivateKey) == sealer.NewestVersion)
                continue;
            var secret = sealer.Open(key.SealedPrivateKey, key.SealedPlace);
            key.SealedPrivateKey = sealer.Seal(secret, key.SealedPlace);
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private static string NameOf(int version) => string.Create(CultureInfo.InvariantCulture, $"{Setting.SecretsWord}{version}");

    private static int VersionOf(Setting word) => int.Parse(word.Name.AsSpan(Setting.SecretsWord.Length), NumberStyles.None, CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Warning, "No Secrets:Key is set: one was made, in {File}. Without it the secrets in the store cannot be read again: keep it safe, apart from copies of the store, or set it as Secrets:Key and remove the file.")]
    private partial void LogMade(string file);
}
