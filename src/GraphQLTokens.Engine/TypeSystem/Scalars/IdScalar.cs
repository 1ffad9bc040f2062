using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.Scalars;

/// <summary><c>ID</c> (section 3.5.5): text on the way out; text or an integer on the way in.</summary>
internal sealed class IdScalar : Scalar
{
    public override string Name => "ID";

    public override Type ValueType => typeof(string);

    public override bool TryCoerceLiteral(ValueNode literal, [NotNullWhen(true)] out object? value, out string? error)
    {
        value = literal switch
        {
            StringValueNode text => text.Value,
            IntValueNode number => number.Value,
            _ => null,
        };
        error = value is null ? $"ID cannot represent a non-string and non-integer value: {LiteralText.Of(literal)}" : null;
        return value is not null;
    }

    public override bool TryCoerceJson(JsonElement json, [NotNullWhen(true)] out object? value, out string? error)
    {
        value = json.ValueKind switch
        {
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number when json.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
            // Longer than any number of ours: its digits are the ID, and rounding would make it another one.
            JsonValueKind.Number when json.GetRawText() is var digits && !digits.AsSpan().ContainsAny('.', 'e', 'E') => digits,
            JsonValueKind.Number when json.TryGetDouble(out var number) && double.IsInteger(number) => NumberText.Of(number),
            _ => null,
        };
        error = value is null ? $"ID cannot represent value: {json.GetRawText()}" : null;
        return value is not null;
    }

    public override object Serialize(object value) => value switch
    {
        string text => text,
        Guid => value, // written in its usual form, without a string in between
        int or long or short or byte or sbyte or ushort or uint or ulong => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        double number when double.IsInteger(number) => NumberText.Of(number),
        _ => throw new GraphQLException($"ID cannot represent value: {LiteralText.OfValue(value)}"),
    };
}
