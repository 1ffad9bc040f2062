using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;

namespace GraphQLTokens.Service.Rest.Tokens;

/// <summary>Bodies of requests that make and change tokens: the members of the schema's inputs, such as CreateAPITokenInput, by the same names.</summary>
internal static class TokenBody
{
    /// <summary><c>permissions</c> left out is none. With faults, the input is not to be used.</summary>
    public static CreateTokenInput ReadCreate(JsonMembers members)
    {
        return new CreateTokenInput
        {
            Name = members.Required("name", members.Text("name"))!,
            Description = members.Text("description").Value,
            Permissions = members.NotNull("permissions", members.Texts("permissions")) ?? [],
            AllowedCIDRBlocks = members.NotNull("allowedCIDRBlocks", members.Texts("allowedCIDRBlocks")) ?? [],
            DeniedCIDRBlocks = members.NotNull("deniedCIDRBlocks", members.Texts("deniedCIDRBlocks")) ?? [],
            NotBefore = members.Instant("notBefore").Value,
            Expiry = Expiry(members.Object("expiry").Value),
            RateLimit = Limit(members.Object("rateLimit").Value),
            Metadata = members.Json("metadata").Value,
        };
    }

    /// <summary>
    /// What is left out keeps its value, but for the name, which is required; an empty <c>allowedCIDRBlocks</c> opens the token to every address. With faults, the
    /// input is not to be used.
    /// </summary>
    public static UpdateTokenInput ReadUpdate(JsonMembers members, string id)
    {
        var expiry = members.Object("expiry");
        var limit = members.Object("rateLimit");
        return new UpdateTokenInput
        {
            Id = id,
            Name = members.Required("name", members.Text("name")),
            Description = members.Text("description"),
            Permissions = members.Texts("permissions"),
            AllowedCIDRBlocks = members.Texts("allowedCIDRBlocks"),
            DeniedCIDRBlocks = members.Texts("deniedCIDRBlocks"),
            Active = members.Flag("active"),
            NotBefore = members.Instant("notBefore"),
            RateLimit = limit.IsSet ? Limit(limit.Value) : default(Optional<RateLimitInput>),
            Expiry = expiry.IsSet ? Expiry(expiry.Value) : default(Optional<ExpiryInput>),
            Metadata = members.Json("metadata"),
        };
    }

    private static RateLimitInput? Limit(JsonMembers? members)
    {
        if (members is null)
            return null;
        var limit = new RateLimitInput(members.Required("limit", members.Number("limit")) ?? 0, members.Required("window", members.Duration("window")) ?? default);
        members.RefuseOthers();
        return limit;
    }

    /// <summary>With faults, the input is not to be used.</summary>
    public static RotateTokenInput ReadRotate(JsonMembers members, string id) =>
        new(id, members.Duration("overlap").Value, members.Flag("retireOnFirstUse").Value);

    /// <summary><c>keep</c> left out is <c>new</c>. With faults, the input is not to be used.</summary>
    public static CancelRotationInput ReadCancel(JsonMembers members, string id)
    {
        var keep = members.NotNull("keep", members.Text("keep"));
        if (keep is not (null or "new" or "previous"))
            members.Fault("keep", "must be new or previous");
        return new CancelRotationInput(id, keep == "previous" ? RotationSide.Previous : RotationSide.New);
    }

    private static ExpiryInput? Expiry(JsonMembers? members)
    {
        if (members is null)
            return null;
        var expiry = new ExpiryInput { At = members.Instant("at").Value, After = members.Duration("after").Value, Never = members.Flag("never").Value ?? false };
        members.RefuseOthers();
        return expiry;
    }
}
