using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>
/// Nobody hands on what they do not have: a token that a caller makes, widens or gets the value of holds no permission that the caller
/// lacks, lets in no address that the caller could not come from, does not outlive the caller's own token, and is not used more often.
/// </summary>
internal static class PrivilegeCeiling
{
    /// <summary>Where the rights stand above the caller's, as faults of the fields that set them; empty when they do not.</summary>
    /// <param name="limit">The widest limit that the caller may give; null: any.</param>
    public static IReadOnlyList<InputFault> Exceeding(Caller caller, TokenRights rights, RateLimit? limit)
    {
        var faults = new List<InputFault>();
        if (rights.Permissions.All && !caller.Permissions.All)
            faults.Add(new InputFault("input.permissions", "hold every permission, which the calling token does not"));
        else if (!rights.Permissions.IsSubsetOf(caller.Permissions))
            faults.Add(new InputFault("input.permissions", $"hold what the calling token lacks: {string.Join(", ", rights.Permissions.Except(caller.Permissions))}"));
        if (!rights.Addresses.IsNarrowerOrEqual(caller.Addresses))
            faults.Add(new InputFault(FieldOf(rights.Addresses, caller.Addresses), "let in addresses that the calling token may not be used from"));
        if (rights.EndsAt > caller.EndsAt)
            faults.Add(new InputFault("input.expiry", $"outlives the calling token, which expires at {InstantText.Format(caller.EndsAt)}"));
        if (!RateLimit.IsNarrowerOrEqual(rights.RateLimit, limit))
            faults.Add(new InputFault("input.rateLimit", $"is wider than what the calling token may give: {limit!.Limit} in {DurationText.Format(limit.Window)}"));
        return faults;
    }

    private static string FieldOf(CidrRules rules, CidrRules ceiling) =>
        new CidrRules(rules.Allowed, []).IsNarrowerOrEqual(new CidrRules(ceiling.Allowed, []))
            ? "input.deniedCIDRBlocks"
            : "input.allowedCIDRBlocks";
}
