using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.Scalars;

/// <summary><c>String</c> (section 3.5.3). Only a string is one on the way in; on the way out, numbers and booleans are written as text.</summary>
internal sealed class StringScalar : Scalar
{
    public override string Name => "String";

    public override Type ValueType => typeof(string);

    public override bool TryCoerceLiteral(ValueNode literal, [NotNullWhen(true)] out object? value, out string? error)
    {
        value = (literal as StringValueNode)?.Value;
        error = value is null ? $"String cannot represent a non string value: {LiteralText.Of(literal)}" : null;
        return value is not null;
    }

    public override bool TryCoerceJson(JsonElement json, [NotNullWhen(true)] out object? value, out string? error)
    {
        value = json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        error = value is null ? $"String cannot represent a non string value: {json.GetRawText()}" : null;
        return value is not null;
    }

    public override object Serialize(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        double number when double.IsFinite(number) => NumberText.Of(number),
        Guid or Enum => value.ToString()!,
        IConvertible number and not (DateTime or double) => number.ToString(CultureInfo.InvariantCulture),
        _ => throw new GraphQLException($"String cannot represent value: {LiteralText.OfValue(value)}"),
    };
}
