using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.Scalars;

/// <summary><c>Float</c> (section 3.5.2): a finite double. Integers are accepted.</summary>
internal sealed class FloatScalar : Scalar
{
    public override string Name => "Float";

    public override Type ValueType => typeof(double);

    public override bool TryCoerceLiteral(ValueNode literal, [NotNullWhen(true)] out object? value, out string? error)
    {
        var text = literal switch
        {
            FloatValueNode number => number.Value,
            IntValueNode integer => integer.Value,
            _ => null,
        };
        return TryFinite(text, literal, LiteralText.Of, out value, out error);
    }

    public override bool TryCoerceJson(JsonElement json, [NotNullWhen(true)] out object? value, out string? error) =>
        TryFinite(json.ValueKind == JsonValueKind.Number ? json.GetRawText() : null, json, static raw => raw.GetRawText(), out value, out error);

    public override object Serialize(object value)
    {
        switch (value)
        {
            case int or long:
                return value;
            case double number when double.IsFinite(number):
                return number;
            case float single when float.IsFinite(single):
                return (double)single;
            case bool flag:
                return flag ? 1 : 0;
            case decimal or short or byte or sbyte or ushort or uint or ulong:
                return Convert.ToDouble(value, CultureInfo.InvariantCulture);
            case string { Length: > 0 } text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) && double.IsFinite(parsed):
                return parsed;
            default:
                throw new GraphQLException($"Float cannot represent non numeric value: {LiteralText.OfValue(value)}");
        }
    }

    private static bool TryFinite<T>(string? digits, T input, Func<T, string> show, [NotNullWhen(true)] out object? value, out string? error)
    {
        if (double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            value = number;
            error = null;
            return true;
        }

        value = null;
        error = $"Float cannot represent non numeric value: {show(input)}";
        return false;
    }
}
