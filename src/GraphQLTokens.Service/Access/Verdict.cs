using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Access;

/// <summary>What a presented credential came to.</summary>
/// <param name="Code">The first fault in the order of precedence, or that there is none.</param>
/// <param name="Record">There for everything that was made for a known token, good or not: each value that it has or had, each access token.</param>
/// <param name="Presented">Which value of the token it is, or stands behind the access token; there with the record.</param>
internal readonly record struct Verdict(VerificationCode Code, KeyRecord? Record, KeyValue Presented)
{
    /// <summary>Null: a value was presented.</summary>
    public AccessToken? AccessToken { get; init; }

    /// <summary>What the credential allows, when it is valid.</summary>
    public PermissionSet Permissions => AccessToken?.Permissions ?? Record!.Permissions;

    /// <summary>When it ends by itself: the token, the value that is being replaced, or the access token, whichever is first.</summary>
    public DateTimeOffset EndsAt
    {
        get
        {
            var end = Record!.EndsAt;
            if (Presented.RetiresAt < end)
                end = Presented.RetiresAt.Value;
            return AccessToken?.EndsAt < end ? AccessToken.EndsAt : end;
        }
    }

    /// <summary>Only of a valid one.</summary>
    public Caller ToCaller(CallOrigin origin) => Caller.From(Record!, Presented, origin, AccessToken);
}
