using System.Net;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Operations.Verification;

/// <summary>Judges presented values as the doors do: by the same judge, so that a verification says what the door would have said.</summary>
internal interface IValueJudge
{
    /// <param name="address">Where the value came from; null: unknown. A value that is bound to addresses is then refused.</param>
    ValueTask<JudgedValue> JudgeAsync(string? value, IPAddress? address, CancellationToken cancellationToken);

    /// <summary>Notes that a good value has been used, as one is that a door lets in.</summary>
    ValueTask NoteUseAsync(JudgedValue judged, IPAddress? from, CancellationToken cancellationToken);
}

/// <param name="Code">Up to the address: permissions and limits are asked about by whoever wants to know.</param>
/// <param name="Record">Of the token that the value is or was one of; null where there is none.</param>
/// <param name="Presented">Which of the token's values it is, or stands behind the access token.</param>
/// <param name="AccessToken">Null: a value was presented.</param>
internal readonly record struct JudgedValue(VerificationCode Code, KeyRecord? Record, KeyValue Presented, AccessToken? AccessToken)
{
    /// <summary>What it lets its holder do now; there with the record.</summary>
    public PermissionSet Permissions => AccessToken?.Permissions ?? Record!.Permissions;
}
