using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Scalars;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.GraphQL.Scalars;

/// <summary><c>DateTime</c>: RFC 3339 as the scalar specification that the schema names has it, in the form of <see cref="InstantText"/>.</summary>
internal sealed class DateTimeScalar : Scalar
{
    public override string Name => "DateTime";

    public override Type ValueType => typeof(DateTimeOffset);

    public override bool TryCoerceLiteral(ValueNode literal, [NotNullWhen(true)] out object? value, out string? error) =>
        TryParse((literal as StringValueNode)?.Value, out value, out error);

    public override bool TryCoerceJson(JsonElement json, [NotNullWhen(true)] out object? value, out string? error) =>
        TryParse(json.ValueKind == JsonValueKind.String ? json.GetString() : null, out value, out error);

    public override object Serialize(object value) => value is DateTimeOffset instant
        ? InstantText.Format(instant)
        : throw new GraphQLException($"DateTime cannot represent a {value.GetType().Name}.");

    private static bool TryParse(string? text, [NotNullWhen(true)] out object? value, out string? error)
    {
        var isInstant = InstantText.TryParse(text, out var instant);
        value = isInstant ? instant : null;
        error = isInstant ? null : "DateTime must be an instant with an offset, such as 2026-01-31T12:00:00.000Z.";
        return isInstant;
    }
}
