using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Operations.Verification;

/// <summary>The verdict on one value, as the schema's VerifyAPITokenOutput says it.</summary>
internal sealed record TokenVerification
{
    public required VerificationCode Code { get; init; }

    public bool Valid => Code is VerificationCode.Valid;

    /// <summary>The token that the value is or was one of, valid or not; null where there is none, or none in the asker's sight.</summary>
    public KeyRecord? Record { get; init; }

    /// <summary>What the value lets its holder do now.</summary>
    public PermissionSet Permissions { get; init; } = PermissionSet.None;

    /// <summary>With the code MissingPermission; else empty.</summary>
    public IReadOnlyList<string> MissingPermissions { get; init; } = [];

    /// <summary>Uses left; null where no limit holds, or the credential itself is refused.</summary>
    public int? Remaining { get; init; }

    /// <summary>When all uses are there again, unless there are others meanwhile; null as above.</summary>
    public DateTimeOffset? ResetsAt { get; init; }
}
