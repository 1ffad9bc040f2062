using System.Security.Cryptography;

namespace GraphQLTokens.Service.Persistence.Secrets;

/// <summary>The file that holds the first key when no setting does: base64 and a line end, for the service's account alone.</summary>
internal static class SecretKeyFile
{
    /// <summary>False when there is no file.</summary>
    /// <exception cref="InvalidOperationException">The file holds something else.</exception>
    public static bool TryRead(string path, out byte[] key)
    {
        key = [];
        if (!File.Exists(path))
            return false;
        var text = File.ReadAllText(path).Trim();
        if (!SecretSealer.IsKey(text))
            throw new InvalidOperationException($"{path} holds no key of 32 bytes in base64. Restore it, or name another file by Secrets:KeyFile.");
        key = Convert.FromBase64String(text);
        return true;
    }

    public static byte[] Make(string path)
    {
        var key = RandomNumberGenerator.GetBytes(SecretSealer.KeyLength);
        OwnFiles.WriteDurably(path, Convert.ToBase64String(key) + "\n");
        return key;
    }
}
