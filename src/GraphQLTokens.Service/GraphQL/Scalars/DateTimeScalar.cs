using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Scalars;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.GraphQL.Scalars;

/// <summary>
/// <c>DateTime</c>, RFC 3339 as the scalar specification that the schema names has it: an offset is required. Written as
/// <c>YYYY-MM-DDThh:mm:ss.fffZ</c>, which is the form that existing clients parse.
/// </summary>
internal sealed class DateTimeScalar : Scalar
{
    private const int FinestDigits = 7;

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    public override string Name => "DateTime";

    public override Type ValueType => typeof(DateTimeOffset);

    public override bool TryCoerceLiteral(ValueNode literal, [NotNullWhen(true)] out object? value, out string? error) =>
        TryParse((literal as StringValueNode)?.Value, out value, out error);

    public override bool TryCoerceJson(JsonElement json, [NotNullWhen(true)] out object? value, out string? error) =>
        TryParse(json.ValueKind == JsonValueKind.String ? json.GetString() : null, out value, out error);

    public override object Serialize(object value) => value is DateTimeOffset instant
        ? instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
        : throw new GraphQLException($"DateTime cannot represent a {value.GetType().Name}.");

    private static bool TryParse(string? text, [NotNullWhen(true)] out object? value, out string? error)
    {
        if (text is not null && DateTimeOffset.TryParseExact(CutFraction(text).ToUpperInvariant(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            value = Instant.Truncate(instant);
            error = null;
            return true;
        }

        value = null;
        error = "DateTime must be an instant with an offset, such as 2026-01-31T12:00:00.000Z.";
        return false;
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
