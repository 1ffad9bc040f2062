namespace GraphQLTokens.Service.Persistence;

/// <summary>A fact about the store itself, by name.</summary>
internal sealed class Setting
{
    /// <summary>The id of the root token that the first start made, or the command line since.</summary>
    public const string RootTokenId = "root-token-id";

    /// <summary>The pepper versions that hashes were made with, separated by spaces.</summary>
    public const string PepperVersions = "pepper-versions";

    /// <summary>Before a version of the key that seals secrets: a word sealed under it.</summary>
    public const string SecretsWord = "secrets-word-";

    public required string Name { get; init; }

    public required string Value { get; set; }
}
