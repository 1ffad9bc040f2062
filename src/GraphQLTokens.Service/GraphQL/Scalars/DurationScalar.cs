using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Scalars;

namespace GraphQLTokens.Service.GraphQL.Scalars;

/// <summary>
/// <c>Duration</c>, ISO 8601: weeks, days, hours, minutes and seconds. Years and months have no fixed length, and are refused; so is anything
/// negative or longer than a thousand years.
/// </summary>
internal sealed partial class DurationScalar : Scalar
{
    // Beyond every use, and far from where instants overflow.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365_250);

    public override string Name => "Duration";

    public override Type ValueType => typeof(TimeSpan);

    public override bool TryCoerceLiteral(ValueNode literal, [NotNullWhen(true)] out object? value, out string? error) =>
        TryParse((literal as StringValueNode)?.Value, out value, out error);

    public override bool TryCoerceJson(JsonElement json, [NotNullWhen(true)] out object? value, out string? error) =>
        TryParse(json.ValueKind == JsonValueKind.String ? json.GetString() : null, out value, out error);

    public override object Serialize(object value) => value is TimeSpan duration
        ? XmlConvert.ToString(duration)
        : throw new GraphQLException($"Duration cannot represent a {value.GetType().Name}.");

    private static bool TryParse(string? text, [NotNullWhen(true)] out object? value, out string? error)
    {
        value = null;
        error = "Duration must be an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as P90D or PT15M.";
        if (text is null || Form().Match(text) is not { Success: true } parts)
            return false;
        var seconds = (((Part(parts, "weeks") * 7) + Part(parts, "days")) * 86_400) + (Part(parts, "hours") * 3_600) + (Part(parts, "minutes") * 60) + Part(parts, "seconds");
        if (seconds > (decimal)Longest.TotalSeconds)
            return false;
        value = TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
        error = null;
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
