using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.AccessTokens;
using GraphQLTokens.Service.Operations.Tokens;

namespace GraphQLTokens.Service.Tests.Security;

/// <summary>Inputs as somebody might send who tries everything: mostly well-formed, narrow and wide, now and then nonsense.</summary>
internal sealed class RandomInput(Random random, DateTimeOffset start)
{
    private static readonly string[] Blocks =
    [
        "10.0.0.0/8", "10.0.0.0/9", "10.128.0.0/9", "10.1.0.0/16", "10.1.2.3", "::ffff:10.1.0.0/112", "203.0.113.0/24", "203.0.113.9", "198.51.100.1",
        "0.0.0.0/0", "::/0", "2001:db8::/32", "2001:db8::1", "10.1.2.3/8",
    ];

    private int made;

    public CreateTokenInput ToCreate() => new()
    {
        Name = $"walk {++made:D6}",
        Permissions = Permissions(),
        AllowedCIDRBlocks = Some(Blocks, 2),
        DeniedCIDRBlocks = Chance(3) ? Some(Blocks, 2) : [],
        NotBefore = Chance(4) ? Instant() : null,
        Expiry = Chance(2) ? Expiry() : null,
    };

    /// <summary>What an administrator gives away: something that its holder can do something with.</summary>
    public CreateTokenInput ToGive()
    {
        var input = ToCreate();
        return input with { Permissions = [.. input.Permissions, Any([PermissionNames.OwnAPITokenModify, PermissionNames.OrganizationAPITokenModify])] };
    }

    public UpdateTokenInput ToUpdate(string id)
    {
        var input = new UpdateTokenInput { Id = id };
        // Mostly one field at a time: what one change alone must not do, another one in the same input could hide.
        if (Chance(3))
            input = input with { Permissions = new(Permissions()) };
        if (Chance(4))
            input = input with { AllowedCIDRBlocks = new(Some(Blocks, 2)) };
        if (Chance(5))
            input = input with { DeniedCIDRBlocks = new(Some(Blocks, 2)) };
        if (Chance(3))
            input = input with { Active = Chance(2) };
        if (Chance(4))
            input = input with { NotBefore = new(Chance(2) ? null : Instant()) };
        if (Chance(4))
            input = input with { Expiry = new(Chance(3) ? null : Expiry()) };
        return Chance(8) ? input with { Metadata = """{"plan":"wide"}""" } : input;
    }

    /// <summary>An access token, mostly for less than there is.</summary>
    public AccessTokenRequest ToNarrow() => new()
    {
        Permissions = Chance(3) ? null : Permissions(),
        Lifetime = Chance(2) ? null : TimeSpan.FromMinutes(random.Next(1, 1440)),
    };

    public T Any<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>True once in so many times.</summary>
    public bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private string[] Permissions() => Some(RightsSample.PermissionSample, 4);

    private string[] Some(string[] from, int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => Any(from))];

    private DateTimeOffset Instant() => start.AddHours(random.Next(-24, 24 * 120));

    private ExpiryInput Expiry() => random.Next(3) switch
    {
        0 => new ExpiryInput { Never = true },
        1 => new ExpiryInput { After = TimeSpan.FromHours(random.Next(24 * 60)) },
        _ => new ExpiryInput { At = Instant() },
    };
}
