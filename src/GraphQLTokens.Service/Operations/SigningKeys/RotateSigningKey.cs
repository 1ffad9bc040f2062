using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Audit;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence.Secrets;
using GraphQLTokens.Service.Persistence.Writing;

namespace GraphQLTokens.Service.Operations.SigningKeys;

/// <summary>Makes a new signing key that signs from now on. The former one is published until the last access token under it has ended.</summary>
internal sealed class RotateSigningKey(AuditedWrite writes, SecretSealer sealer, SigningKeyRing ring)
{
    public const string Action = "ROTATE_SIGNING_KEY";

    public async Task<RotateSigningKeyOutcome> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        var outcome = await writes.RunAsync(
            caller,
            Action,
            json =>
            {
                json.WriteStartObject();
                json.WriteEndObject();
            },
            new RotateSigningKeyOutcome(RotateSigningKeyStatus.CallerChanged),
            (scope, now, stop) => RotateAsync(scope, caller, now, stop),
            cancellationToken);
        // It is committed: whoever asked may be gone, and all others need the new key.
        if (outcome.Status is RotateSigningKeyStatus.Done)
            await ring.ReloadAsync(CancellationToken.None);
        return outcome;
    }

    private async Task<RotateSigningKeyOutcome> RotateAsync(WriteScope scope, Caller caller, DateTimeOffset now, CancellationToken cancellationToken) =>
        caller.Holds(PermissionNames.GeneralSettingsModify) && caller.RoleKey == BuiltInRole.AdminKey
            ? new(RotateSigningKeyStatus.Done) { Key = await SigningKeySuccession.SucceedAsync(scope, sealer, now, now, cancellationToken) }
            : new(RotateSigningKeyStatus.AccessDenied);
}

internal enum RotateSigningKeyStatus
{
    Done,

    /// <summary>GeneralSettingsModify or the role Admin is missing.</summary>
    AccessDenied,
    CallerChanged,
}

/// <summary>The key is there when the status is Done.</summary>
internal sealed record RotateSigningKeyOutcome(RotateSigningKeyStatus Status) : IAuditedOutcome
{
    public SigningKey? Key { get; init; }

    public IReadOnlyList<string> Refusals => Status switch
    {
        RotateSigningKeyStatus.Done => [],
        RotateSigningKeyStatus.AccessDenied => Refusal.MissingPermission,
        RotateSigningKeyStatus.CallerChanged => Refusal.CallerChanged,
    };
}
