namespace GraphQLTokens.Service.Persistence;

/// <summary>A fact about the store itself, by name.</summary>
internal sealed class Setting
{
    /// <summary>The id of the token that the first start made.</summary>
    public const string RootTokenId = "root-token-id";

    /// <summary>The newest pepper version that hashes were made with.</summary>
    public const string PepperVersion = "pepper-version";

    public required string Name { get; init; }

    public required string Value { get; set; }
}
