using System.Globalization;

namespace GraphQLTokens.Service.Domain;

/// <summary>
/// Instants as every door reads and writes them: RFC 3339, an offset required. Written as <c>YYYY-MM-DDThh:mm:ss.fffZ</c>, which is the form that existing
/// clients parse.
/// </summary>
internal static class InstantText
{
    /// <summary>Characters of the written form, and bytes in UTF-8.</summary>
    public const int Length = 24;

    private const int FinestDigits = 7;

    // The framework's round-trip form has seven digits after the point, and is written several times as fast as any other.
    private const int RoundTripLength = 28;

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    public static string Format(DateTimeOffset instant)
    {
        Span<char> text = stackalloc char[RoundTripLength];
        instant.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[Length - 1] = 'Z';
        return new string(text[..Length]);
    }

    /// <summary>The same in UTF-8.</summary>
    /// <param name="text">Room for <see cref="Length"/> bytes.</param>
    public static void Format(DateTimeOffset instant, Span<byte> text)
    {
        Span<byte> roundTrip = stackalloc byte[RoundTripLength];
        instant.UtcDateTime.TryFormat(roundTrip, out _, "O", CultureInfo.InvariantCulture);
        roundTrip[..(Length - 1)].CopyTo(text);
        text[Length - 1] = (byte)'Z';
    }

    /// <summary>Cut to milliseconds. False for null, and for text without an offset.</summary>
    public static bool TryParse(string? text, out DateTimeOffset instant)
    {
        instant = default;
        if (text is null || !DateTimeOffset.TryParseExact(CutFraction(text).ToUpperInvariant(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var exact))
            return false;
        instant = Instant.Truncate(exact);
        return true;
    }

    // .NET reads no finer fraction than its ticks; clients that write nanoseconds mean the same millisecond.
    private static string CutFraction(string text)
    {
        var start = text.IndexOf('.', StringComparison.Ordinal) + 1;
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return start > 0 && end - start > FinestDigits ? text.Remove(start + FinestDigits, end - start - FinestDigits) : text;
    }
}
