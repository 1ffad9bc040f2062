using System.Buffers.Binary;
using System.Net;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Operations.Verification;

/// <summary>The schema's VerifyAPITokenInput.</summary>
internal sealed record VerifyTokenInput
{
    /// <summary>As high as a limit can be.</summary>
    public const int MaxCost = RateLimit.MaxLimit;

    /// <summary>What the relying service received. Never logged, kept or answered.</summary>
    public required string Value { get; init; }

    /// <summary>From where it came, as the relying service saw it; null: unknown.</summary>
    public string? IpAddress { get; init; }

    /// <summary>What the holder must be allowed to do; null: nothing in particular.</summary>
    public PermissionCondition? Require { get; init; }

    /// <summary>How much of the token's limit this use takes; null: 1. Zero only asks: it is neither counted nor noted as a use.</summary>
    public int? Cost { get; init; } = 1;

    /// <summary>Null for an address that is not given.</summary>
    /// <returns>False for text that is no address.</returns>
    public bool TryReadAddress(out IPAddress? address)
    {
        address = null;
        if (IpAddress is null)
            return true;
        if (!AddressText.TryParse(IpAddress, out var number, out var isIPv4))
            return false;
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
        address = new IPAddress(isIPv4 ? bytes[12..] : bytes);
        return true;
    }

    /// <summary>Never the value.</summary>
    public override string ToString() => "[verification]";

    public InputFault? FaultAt(string field, PermissionCatalog catalog) =>
        !TryReadAddress(out _) ? new InputFault($"{field}.ipAddress", "is no IP address")
        : Cost is < 0 or > MaxCost ? new InputFault($"{field}.cost", $"must lie between 0 and {MaxCost}")
        : Require?.FaultAt($"{field}.require", catalog);
}
