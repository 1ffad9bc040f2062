using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace GraphQLTokens.Service.Domain;

/// <summary>
/// Durations as every door reads and writes them, ISO 8601: weeks, days, hours, minutes and seconds. Years and months have no fixed length, and are refused;
/// so is anything negative or longer than a thousand years.
/// </summary>
internal static partial class DurationText
{
    // Beyond every use, and far from where instants overflow.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365_250);

    public static string Format(TimeSpan duration) => XmlConvert.ToString(duration);

    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = default;
        if (text is null || Form().Match(text) is not { Success: true } parts)
            return false;
        var seconds = (((Part(parts, "weeks") * 7) + Part(parts, "days")) * 86_400) + (Part(parts, "hours") * 3_600) + (Part(parts, "minutes") * 60) + Part(parts, "seconds");
        if (seconds > (decimal)Longest.TotalSeconds)
            return false;
        duration = TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
        return true;
    }

    private static decimal Part(Match parts, string name) =>
        parts.Groups[name] is { Success: true } part ? decimal.Parse(part.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0;

    // At most nine digits a part: no part alone can overflow. `\d` would take the digits of every script, which the parser of numbers does not.
    [GeneratedRegex(
        @"^P(?=.)(?:(?<weeks>[0-9]{1,9})W)?(?:(?<days>[0-9]{1,9})D)?(?:T(?=.)(?:(?<hours>[0-9]{1,9})H)?(?:(?<minutes>[0-9]{1,9})M)?(?:(?<seconds>[0-9]{1,9}(?:\.[0-9]{1,7})?)S)?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
