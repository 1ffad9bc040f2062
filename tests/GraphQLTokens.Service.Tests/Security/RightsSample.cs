using System.Net;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Tests.Security;

/// <summary>
/// What a token lets its holder do, as points of three small samples: permissions, addresses, instants to come. Made of the stored text by the
/// framework's own address types, so that a fault in the service's comparisons is not repeated in the judge of them.
/// </summary>
/// <param name="Permissions">A bit for each of <see cref="PermissionSample"/>.</param>
/// <param name="Addresses">A bit for each of <see cref="AddressSample"/>.</param>
/// <param name="Times">A bit for each of <see cref="Days"/>.</param>
internal readonly record struct RightsSample(int Permissions, int Addresses, int Times)
{
    public static readonly string[] PermissionSample =
        ["AlertRead", "RuleRead", "UserModify", "DeployWidgets", PermissionNames.OwnAPITokenModify, PermissionNames.OrganizationAPITokenModify];

    public static readonly IPAddress[] AddressSample =
    [
        .. new[] { "10.0.0.1", "10.1.2.3", "10.200.0.1", "203.0.113.9", "203.0.113.77", "198.51.100.1", "2001:db8::1", "2001:db9::1", "::ffff:10.1.2.4" }
            .Select(IPAddress.Parse),
    ];

    /// <summary>After the start of the walk; the last is beyond every expiry but never.</summary>
    public static readonly int[] Days = [1, 2, 4, 7, 12, 20, 33, 55, 90, 900_000];

    public static RightsSample Of(ApiToken token, DateTimeOffset start, DateTimeOffset now) => token is not { Active: true, DeletedAt: null }
        ? default
        : new RightsSample(
            Bits(PermissionSample, name => token.RoleId is not null || token.Permissions.All || token.Permissions.Text.Split(' ').Contains(name)),
            Bits(AddressSample, address => LetsIn(token.Addresses, address)),
            Bits(Days, day => start.AddDays(day) is var at && at > now && at < token.EndsAt && !(token.NotBefore > at)));

    /// <summary>Whether the token is good for a call from there at this moment.</summary>
    public static bool IsGood(ApiToken token, IPAddress from, DateTimeOffset now) =>
        token is { Active: true, DeletedAt: null } && now < token.EndsAt && !(token.NotBefore > now) && LetsIn(token.Addresses, from);

    /// <summary>Whether each point of the wanted rights lies in one of the held ones.</summary>
    public static bool Cover(IEnumerable<RightsSample> held, RightsSample wanted)
    {
        var all = held.ToList();
        for (var permission = 1; permission <= wanted.Permissions; permission <<= 1)
        {
            for (var address = 1; address <= wanted.Addresses; address <<= 1)
            {
                if ((wanted.Permissions & permission) == 0 || (wanted.Addresses & address) == 0)
                    continue;
                var times = all.Where(one => (one.Permissions & permission) != 0 && (one.Addresses & address) != 0).Aggregate(0, (bits, one) => bits | one.Times);
                if ((wanted.Times & ~times) != 0)
                    return false;
            }
        }

        return true;
    }

    public static int BitsOf(PermissionSet permissions) => Bits(PermissionSample, name => permissions.All || permissions.Text.Split(' ').Contains(name));

    private static bool LetsIn(CidrRules rules, IPAddress address)
    {
        var from = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Blocks(rules.DeniedText).Any(block => block.Contains(from)) && (rules.AllowedText == "" || Blocks(rules.AllowedText).Any(block => block.Contains(from)));
    }

    private static IEnumerable<IPNetwork> Blocks(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(block => IPNetwork.Parse(block));

    private static int Bits<T>(T[] sample, Func<T, bool> holds)
    {
        var bits = 0;
        for (var index = 0; index < sample.Length; index++)
            bits |= holds(sample[index]) ? 1 << index : 0;
        return bits;
    }
}
