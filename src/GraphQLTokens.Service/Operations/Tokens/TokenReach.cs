using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>
/// Which tokens in sight a caller may change: with OrganizationAPITokenModify all of them, with OwnAPITokenModify those of its own owner.
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
        : caller.Holds(PermissionNames.OwnAPITokenModify) && IsOfSameOwner(caller, token) ? Reach.Within
        : MaySee(caller, token) ? Reach.Denied
        : Reach.Absent;

    public static bool MaySee(Caller caller, ApiToken token) =>
        token.Id == caller.TokenId || caller.Holds(PermissionNames.OrganizationAPITokenRead);

    private static bool IsOfSameOwner(Caller caller, ApiToken token) => token.Owner == caller.Owner && token.TenantId == caller.TenantId;
}

internal enum Reach
{
    Within,
    Denied,
    Absent,
}
