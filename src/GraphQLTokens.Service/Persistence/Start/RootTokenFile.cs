using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Persistence.Start;

/// <summary>The file that holds the root token's value until a person has fetched it.</summary>
internal static class RootTokenFile
{
    /// <summary>Writes the value and a line end, durably, readable by the service's account alone.</summary>
    public static void Write(string path, in TokenValue value) => OwnFiles.WriteDurably(path, value.Reveal() + "\n");

    /// <summary>The value that an earlier start wrote before it was cut off; false when there is no file.</summary>
    /// <exception cref="InvalidOperationException">The file holds something else.</exception>
    public static bool TryRead(string path, out TokenValue value)
    {
        value = default;
        if (!File.Exists(path))
            return false;
        if (TokenValue.TryParse(File.ReadAllText(path).Trim(), out value))
            return true;
        throw new InvalidOperationException(
            $"The store is empty, and {path} holds no token value. Remove that file, or name another one by Bootstrap:TokenFile.");
    }
}
