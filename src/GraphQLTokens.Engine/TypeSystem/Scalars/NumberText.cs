using System.Globalization;

namespace GraphQLTokens.Engine.TypeSystem.Scalars;

/// <summary>Numbers in the notation of ECMAScript (Number::toString), in which the other implementations of GraphQL print them.</summary>
internal static class NumberText
{
    // How many digits stand before the point at the least and the most before Number::toString turns to an exponent.
    private const int LeastPlain = -5, MostPlain = 21;

    /// <param name="number">Finite.</param>
    public static string Of(double number)
    {
        if (number == 0)
            return "0";
        // The shortest digits that read back as the same number, as d.dddE+xxx.
        var shortest = Math.Abs(number).ToString("E16", CultureInfo.InvariantCulture);
        for (var precision = 0; precision < 17; precision++)
        {
            shortest = Math.Abs(number).ToString($"E{precision}", CultureInfo.InvariantCulture);
            if (double.Parse(shortest, CultureInfo.InvariantCulture) == Math.Abs(number))
                break;
        }

        var at = shortest.IndexOf('E', StringComparison.Ordinal);
        var digits = shortest[..at].Replace(".", "", StringComparison.Ordinal);
        var point = int.Parse(shortest.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) + 1;
        return (number < 0 ? "-" : "") + Place(digits, point);
    }

    private static string Place(string digits, int point) => point switch
    {
        > MostPlain or < LeastPlain => Scientific(digits, point - 1),
        <= 0 => "0." + new string('0', -point) + digits,
        _ when point >= digits.Length => digits.PadRight(point, '0'),
        _ => $"{digits[..point]}.{digits[point..]}",
    };

    private static string Scientific(string digits, int exponent)
    {
        var mantissa = digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}";
        return string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}");
    }
}
