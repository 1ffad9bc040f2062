using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Operations.Verification;

/// <summary>
/// The schema's PermissionConditionInput: a permission, or several conditions of which all or any must hold. Exactly one of the three is given.
/// <code>
/// AlertRead and (RuleRead or PolicyRead)
/// { allOf: [{ permission: AlertRead }, { anyOf: [{ permission: RuleRead }, { permission: PolicyRead }] }] }
/// </code>
/// </summary>
internal sealed record PermissionCondition
{
    public const int MaxDepth = 8;
    public const int MaxConditions = 100;

    public string? Permission { get; init; }

    public IReadOnlyList<PermissionCondition>? AllOf { get; init; }

    public IReadOnlyList<PermissionCondition>? AnyOf { get; init; }

    /// <summary>
    /// Adds what is missing to make it hold, each name once, in the order of the condition. Of alternatives none of which holds, everything that is missing
    /// to any of them: what the doors say of permissions of which one would do.
    /// </summary>
    /// <returns>Whether it holds.</returns>
    public bool Holds(PermissionSet held, ref List<string>? missing)
    {
        if (Permission is { } permission)
        {
            if (held.Contains(permission))
                return true;
            missing ??= [];
            if (!missing.Contains(permission))
                missing.Add(permission);
            return false;
        }
        return AllOf is { } all ? HoldAll(all, held, ref missing) : HoldsAny(AnyOf ?? [], held, ref missing);
    }

    /// <summary>What is wrong with it; null when nothing is. A list without conditions asks for nothing, or for what nobody has: nobody means either.</summary>
    public InputFault? FaultAt(string field, PermissionCatalog catalog)
    {
        var count = 0;
        return FaultAt(field, catalog, 1, ref count);
    }

    private InputFault? FaultAt(string field, PermissionCatalog catalog, int depth, ref int count)
    {
        if (depth > MaxDepth)
            return new InputFault(field, $"nests deeper than {MaxDepth} levels");
        if (++count > MaxConditions)
            return new InputFault(field, $"is one condition more than the {MaxConditions} that are allowed");
        if ((Permission is null ? 0 : 1) + (AllOf is null ? 0 : 1) + (AnyOf is null ? 0 : 1) != 1)
            return new InputFault(field, "must be exactly one of permission, allOf and anyOf");
        if (Permission is { } permission)
            return catalog.Contains(permission) ? null : new InputFault($"{field}.permission", "names no permission of this deployment");
        var (name, conditions) = AllOf is null ? ("anyOf", AnyOf!) : ("allOf", AllOf);
        if (conditions.Count == 0)
            return new InputFault($"{field}.{name}", "is empty");
        for (var i = 0; i < conditions.Count; i++)
        {
            if (conditions[i].FaultAt($"{field}.{name}[{i}]", catalog, depth + 1, ref count) is { } fault)
                return fault;
        }
        return null;
    }

    private static bool HoldAll(IReadOnlyList<PermissionCondition> conditions, PermissionSet held, ref List<string>? missing)
    {
        var hold = true;
        for (var i = 0; i < conditions.Count; i++)
            hold &= conditions[i].Holds(held, ref missing);
        return hold;
    }

    private static bool HoldsAny(IReadOnlyList<PermissionCondition> conditions, PermissionSet held, ref List<string>? missing)
    {
        List<string>? ofAlternatives = null;
        for (var i = 0; i < conditions.Count; i++)
        {
            if (conditions[i].Holds(held, ref ofAlternatives))
                return true;
        }
        foreach (var permission in ofAlternatives ?? [])
        {
            missing ??= [];
            if (!missing.Contains(permission))
                missing.Add(permission);
        }
        return false;
    }
}
