using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Scalars;

namespace GraphQLTokens.Service.GraphQL.Scalars;

/// <summary><c>JSON</c>: any value. The operations take and give its text; until it is whole it stays JSON, since a document may put variables into it.</summary>
internal sealed class JsonScalar : Scalar
{
    public override string Name => "JSON";

    public override Type ValueType => typeof(JsonElement);

    public override bool TryCoerceLiteral(ValueNode literal, [NotNullWhen(true)] out object? value, out string? error)
    {
        value = LiteralJson.ToJson(literal);
        error = null;
        return true;
    }

    public override bool TryCoerceJson(JsonElement json, [NotNullWhen(true)] out object? value, out string? error)
    {
        value = json;
        error = null;
        return true;
    }

    public override object Serialize(object value)
    {
        if (value is not string text)
            throw new GraphQLException($"JSON cannot represent a {value.GetType().Name}.");
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
