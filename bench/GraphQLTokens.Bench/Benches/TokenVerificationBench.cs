using System.Net;
using BenchmarkDotNet.Attributes;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Bench.Benches;

/// <summary>The key check of a request whose key was seen before, and its parts. The limit for the whole is 5 us.</summary>
public class TokenVerificationBench
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    private static readonly TokenHasher Hasher = new(new Dictionary<int, byte[]>());
    private static readonly TokenValue Value = TokenValue.Create(TokenValue.DefaultPrefix, Guid.CreateVersion7());
    private static readonly string Presented = Value.Reveal();
    private static readonly TokenHash Stored = Hasher.Hash(Value);
    private static readonly IPAddress Address = IPAddress.Parse("192.0.2.44");
    private static readonly CidrRules Addresses = new([CidrBlock.Parse("10.0.0.0/8"), CidrBlock.Parse("192.0.2.0/24")], []);

    private static readonly KeyRecord Record = new()
    {
        TokenId = Value.TokenId,
        TenantId = Guid.CreateVersion7(),
        OwnerUserId = null,
        Name = "bench",
        RoleKey = null,
        Permissions = PermissionSet.Of("OrganizationAPITokenRead"),
        Addresses = Addresses,
        Deleted = false,
        Active = true,
        OwnerEnabled = true,
        TenantEnabled = true,
        NotBefore = null,
        EndsAt = Now.AddDays(1),
        RateLimit = null,
        Metadata = null,
        RightsVersion = 1,
        Values = [new KeyValue(1, Stored, null, false)],
    };

    [Benchmark]
    public bool Parse() => TokenValue.TryParse(Presented, out _);

    [Benchmark]
    public bool HashAndCompare() => Hasher.Matches(Value, Stored);

    [Benchmark]
    public bool CheckAddress() => Addresses.Judge(Address) is AddressJudgement.Allowed;

    [Benchmark(Baseline = true)]
    public bool Whole() =>
        TokenValue.TryParse(Presented, out var value)
        && Record.Judge(value, Address, Now, Hasher, out _) is VerificationCode.Valid
        && Record.Permissions.Contains("OrganizationAPITokenRead");
}
