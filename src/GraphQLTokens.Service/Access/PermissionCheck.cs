using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Access;

/// <summary>Whether a caller holds all of some permissions and one of others; an empty list asks for nothing.</summary>
internal static class PermissionCheck
{
    /// <summary>Null when it does; else the denial that names what is missing (of anyOf: each that would do).</summary>
    public static Denial? Check(Caller caller, IReadOnlyList<string> allOf, IReadOnlyList<string> anyOf)
    {
        List<string>? missing = null;
        foreach (var permission in allOf)
        {
            if (!caller.Holds(permission))
                (missing ??= []).Add(permission);
        }
        if (anyOf.Count > 0 && !HoldsAny(caller, anyOf))
            (missing ??= []).AddRange(anyOf);
        return missing is null ? null : Denial.MissingPermission(missing);
    }

    private static bool HoldsAny(Caller caller, IReadOnlyList<string> permissions)
    {
        foreach (var permission in permissions)
        {
            if (caller.Holds(permission))
                return true;
        }
        return false;
    }
}
