namespace GraphQLTokens.Service.Tests.Security.Access;

/// <summary>A way in: how a call is sent through it, where its credential goes, and how its answer is read.</summary>
/// <param name="Send">Sends the call; null where this door does not have the operation, or has no place for such a credential.</param>
internal sealed record AccessDoor(string Name, Func<AccessCall, Task<AccessVerdict>?> Send)
{
    public static readonly IReadOnlyList<AccessDoor> All = [.. GraphQLDoors.All, .. SocketDoors.All, .. RestDoors.All, .. ClientDoors.All, .. JudgingDoors.All];

    /// <summary>What it can say, of a verdict that others tell in full.</summary>
    public Func<AccessVerdict, AccessVerdict> Tells { get; init; } = verdict => verdict;
}
