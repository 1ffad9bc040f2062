using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.Scalars;

/// <summary>A custom scalar that nobody gave a meaning: what comes in goes out, as the reference implementation does for schemas built from text alone.</summary>
public sealed class OpaqueScalar(string name) : Scalar
{
    public override string Name => name;

    /// <summary>Values are JSON.</summary>
    public override Type ValueType => typeof(JsonElement);

    public override bool TryCoerceLiteral(ValueNode literal, [NotNullWhen(true)] out object? value, out string? error)
    {
        error = null;
        value = LiteralJson.ToJson(literal);
        return true;
    }

    public override bool TryCoerceJson(JsonElement json, [NotNullWhen(true)] out object? value, out string? error)
    {
        error = null;

        // A copy: a resolver that outlives its request must not read what by then is somebody else's body.
        value = json.Clone();
        return true;
    }

    public override object Serialize(object value) => value;
}
