using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Operations.SigningKeys;

/// <summary>The signing keys that are published, the newest first.</summary>
internal sealed class ListSigningKeys(SigningKeyRing ring)
{
    public ListSigningKeysOutcome Run(Caller caller) => caller.Holds(PermissionNames.GeneralSettingsRead)
        ? new(ListSigningKeysStatus.Done, [.. ring.Published.Select(key => key.Row)])
        : new(ListSigningKeysStatus.AccessDenied, []);
}

internal enum ListSigningKeysStatus
{
    Done,

    /// <summary>GeneralSettingsRead is missing.</summary>
    AccessDenied,
}

internal sealed record ListSigningKeysOutcome(ListSigningKeysStatus Status, IReadOnlyList<SigningKey> Keys);
