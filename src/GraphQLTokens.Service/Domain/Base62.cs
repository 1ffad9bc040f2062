using System.Buffers.Binary;

namespace GraphQLTokens.Service.Domain;

/// <summary>
/// Fixed-length base62 of big-endian numbers, digits <c>0-9A-Za-z</c> in that order, most significant first.
/// Fixed length keeps each part of a token value at a known place, and lets text sort as the number does.
/// </summary>
internal static class Base62
{
    public const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int MaxLimbs = 8;

    /// <summary>Writes <paramref name="number"/> (a multiple of four bytes, at most 32) into all of <paramref name="text"/>.</summary>
    public static void Encode(ReadOnlySpan<byte> number, Span<char> text)
    {
        Span<uint> limbs = stackalloc uint[MaxLimbs];
        limbs = limbs[..(number.Length / 4)];
        for (var i = 0; i < limbs.Length; i++)
            limbs[i] = BinaryPrimitives.ReadUInt32BigEndian(number[(i * 4)..]);
        for (var position = text.Length - 1; position >= 0; position--)
        {
            ulong remainder = 0;
            foreach (ref var limb in limbs)
            {
                var dividend = (remainder << 32) | limb;
                limb = (uint)(dividend / 62);
                remainder = dividend % 62;
            }
            text[position] = Digits[(int)remainder];
        }
    }

    /// <summary>Reads all of <paramref name="text"/>; false for a foreign character or a number that does not fit.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, Span<byte> number)
    {
        Span<uint> limbs = stackalloc uint[MaxLimbs];
        limbs = limbs[..(number.Length / 4)];
        limbs.Clear();
        foreach (var digit in text)
        {
            var value = ValueOf(digit);
            if (value < 0)
                return false;
            var carry = (ulong)value;
            for (var i = limbs.Length - 1; i >= 0; i--)
            {
                carry += (ulong)limbs[i] * 62;
                limbs[i] = (uint)carry;
                carry >>= 32;
            }
            if (carry != 0)
                return false;
        }
        for (var i = 0; i < limbs.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(number[(i * 4)..], limbs[i]);
        return true;
    }

    private static int ValueOf(char digit) => digit switch
    {
        >= '0' and <= '9' => digit - '0',
        >= 'A' and <= 'Z' => digit - 'A' + 10,
        >= 'a' and <= 'z' => digit - 'a' + 36,
        _ => -1,
    };
}
