using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Scalars;

namespace GraphQLTokens.Service.GraphQL.Scalars;

/// <summary>
/// <c>CIDR</c>. Any text coerces: the operation judges it, so that what is wrong with a block is said with its place, and with the block that was
/// probably meant.
/// </summary>
internal sealed class CidrScalar : Scalar
{
    public override string Name => "CIDR";

    public override Type ValueType => typeof(string);

    public override bool TryCoerceLiteral(ValueNode literal, [NotNullWhen(true)] out object? value, out string? error)
    {
        value = (literal as StringValueNode)?.Value;
        error = "CIDR must be a string such as \"10.0.0.0/8\".";
        return value is not null;
    }

    public override bool TryCoerceJson(JsonElement json, [NotNullWhen(true)] out object? value, out string? error)
    {
        value = json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        error = "CIDR must be a string such as \"10.0.0.0/8\".";
        return value is not null;
    }

    public override object Serialize(object value) => value is string text ? text : throw new GraphQLException($"CIDR cannot represent a {value.GetType().Name}.");
}
