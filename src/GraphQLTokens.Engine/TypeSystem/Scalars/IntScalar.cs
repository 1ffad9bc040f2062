using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.Scalars;

/// <summary><c>Int</c> (section 3.5.1): 32 bits, signed. A JSON number with no fraction is an integer however it is written (<c>1.0</c>, <c>1e2</c>).</summary>
internal sealed class IntScalar : Scalar
{
    public override string Name => "Int";

    public override Type ValueType => typeof(int);

    public override bool TryCoerceLiteral(ValueNode literal, [NotNullWhen(true)] out object? value, out string? error)
    {
        value = null;
        error = null;
        if (literal is not IntValueNode node)
            return Refuse($"Int cannot represent non-integer value: {LiteralText.Of(literal)}", out error);
        if (!int.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return Refuse($"Int cannot represent non 32-bit signed integer value: {node.Value}", out error);
        value = number;
        return true;
    }

    public override bool TryCoerceJson(JsonElement json, [NotNullWhen(true)] out object? value, out string? error)
    {
        value = null;
        error = null;
        if (json.ValueKind != JsonValueKind.Number || !json.TryGetDouble(out var number) || !double.IsInteger(number))
            return Refuse($"Int cannot represent non-integer value: {json.GetRawText()}", out error);
        if (number is < int.MinValue or > int.MaxValue)
            return Refuse($"Int cannot represent non 32-bit signed integer value: {json.GetRawText()}", out error);
        value = (int)number;
        return true;
    }

    public override object Serialize(object value)
    {
        switch (value)
        {
            case int number:
                return number;
            case bool flag:
                return flag ? 1 : 0;
            // A fraction too small for a double would be lost on the way.
            case decimal fraction when !decimal.IsInteger(fraction):
                throw new GraphQLException($"Int cannot represent non-integer value: {LiteralText.OfValue(value)}");
            case long or short or byte or sbyte or ushort or uint or ulong or double or float or decimal:
                return FromDouble(Convert.ToDouble(value, CultureInfo.InvariantCulture), value);
            case string { Length: > 0 } text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed):
                return FromDouble(parsed, text);
            default:
                throw new GraphQLException($"Int cannot represent non-integer value: {LiteralText.OfValue(value)}");
        }
    }

    private static int FromDouble(double number, object value)
    {
        if (!double.IsInteger(number))
            throw new GraphQLException($"Int cannot represent non-integer value: {LiteralText.OfValue(value)}");
        if (number is < int.MinValue or > int.MaxValue)
            throw new GraphQLException($"Int cannot represent non 32-bit signed integer value: {LiteralText.OfValue(value)}");
        return (int)number;
    }

    private static bool Refuse(string words, out string? error)
    {
        error = words;
        return false;
    }
}
