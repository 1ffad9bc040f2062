using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.Scalars;

/// <summary><c>Boolean</c> (section 3.5.4).</summary>
internal sealed class BooleanScalar : Scalar
{
    private static readonly object True = true;
    private static readonly object False = false;

    public override string Name => "Boolean";

    public override Type ValueType => typeof(bool);

    public override bool TryCoerceLiteral(ValueNode literal, [NotNullWhen(true)] out object? value, out string? error)
    {
        value = literal is BooleanValueNode node ? Boxed(node.Value) : null;
        error = value is null ? $"Boolean cannot represent a non boolean value: {LiteralText.Of(literal)}" : null;
        return value is not null;
    }

    public override bool TryCoerceJson(JsonElement json, [NotNullWhen(true)] out object? value, out string? error)
    {
        value = json.ValueKind is JsonValueKind.True or JsonValueKind.False ? Boxed(json.GetBoolean()) : null;
        error = value is null ? $"Boolean cannot represent a non boolean value: {json.GetRawText()}" : null;
        return value is not null;
    }

    public override object Serialize(object value) => value switch
    {
        bool flag => Boxed(flag),
        int or long or short or byte or sbyte or ushort or uint or ulong or decimal => Boxed(Convert.ToDecimal(value, CultureInfo.InvariantCulture) != 0),
        double number when double.IsFinite(number) => Boxed(number != 0),
        float single when float.IsFinite(single) => Boxed(single != 0),
        _ => throw new GraphQLException($"Boolean cannot represent a non boolean value: {LiteralText.OfValue(value)}"),
    };

    private static object Boxed(bool flag) => flag ? True : False;
}
