using System.Net;
using System.Runtime.InteropServices;

namespace GraphQLTokens.Service.Domain.Limits;

/// <summary>Whose uses are counted, in 16 bytes: a token, or an address.</summary>
internal readonly record struct MeterKey(ulong High, ulong Low)
{
    private const ulong IPv4 = 4;
    private const ulong IPv6 = 6;

    public static MeterKey Of(Guid id)
    {
        var halves = MemoryMarshal.Cast<Guid, ulong>(new ReadOnlySpan<Guid>(in id));
        return new(halves[0], halves[1]);
    }

    /// <summary>
    /// An IPv4 address, or the /64 that an IPv6 address lies in: the smallest net that one customer is given, within which addresses cost nothing.
    /// All unknown ones (null) are one.
    /// </summary>
    public static MeterKey Of(IPAddress? address)
    {
        if (address is null)
            return new(0, 1);
        var number = AddressText.Read(address, out var isIPv4);
        return isIPv4 ? new((ulong)number, IPv4) : new((ulong)(number >> 64), IPv6);
    }
}
