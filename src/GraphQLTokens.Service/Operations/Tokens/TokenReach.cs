using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>
/// Which tokens in sight a caller may change: with OrganizationAPITokenModify all of them, with OwnAPITokenModify its own.
/// A token that it may not even see is absent.
/// </summary>
internal static class TokenReach
{
    public static readonly IReadOnlyList<string> NeededToModify = [PermissionNames.OrganizationAPITokenModify];

    public static bool MayCreate(Caller caller) =>
        caller.Holds(PermissionNames.OrganizationAPITokenModify) || caller.Holds(PermissionNames.OwnAPITokenModify);

    public static Reach ToModify(Caller caller, ApiToken? token) =>
        token is null ? Reach.Absent
        : caller.Holds(PermissionNames.OrganizationAPITokenModify) ? Reach.Within
        : caller.Holds(PermissionNames.OwnAPITokenModify) && token.IsOwnOf(caller) ? Reach.Within
        : MaySee(caller, token) ? Reach.Denied
        : Reach.Absent;

    public static bool MaySee(Caller caller, ApiToken token) =>
        token.IsOwnOf(caller) || caller.Holds(PermissionNames.OrganizationAPITokenRead);
}

internal enum Reach
{
    Within,
    Denied,
    Absent,
}
