using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution.Results;
using GraphQLTokens.Engine.TypeSystem.Scalars;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Execution.Binding;

/// <summary>Result coercion of a leaf type (sections 3.5, 3.9).</summary>
internal abstract class LeafSerializer
{
    /// <exception cref="GraphQLException">The value is none of the type's.</exception>
    public abstract object Serialize(object value);
}

internal sealed class ScalarSerializer(Scalar scalar) : LeafSerializer
{
    public override object Serialize(object value) => scalar.Serialize(value);
}

/// <summary>A scalar of the product's own: what it makes is looked at, since an answer that cannot be written would fail as a whole.</summary>
internal sealed class CustomScalarSerializer(Scalar scalar) : LeafSerializer
{
    public override object Serialize(object value)
    {
        var result = scalar.Serialize(value);
        return JsonValueWriter.CanWrite(result)
            ? result
            : throw new InvalidOperationException($"The scalar {scalar.Name} made something of its value that JSON cannot hold.");
    }
}

/// <summary>Names pass as they are; a bound .NET enum goes by its names in the schema.</summary>
internal sealed class EnumSerializer(EnumType type, IReadOnlyDictionary<object, string> names) : LeafSerializer
{
    public override object Serialize(object value)
    {
        if (value is string name && type.Values.Contains(name))
            return name;
        if (names.TryGetValue(value, out var known))
            return known;
        if (value is not (string or Enum or ValueType) || !type.Values.Contains(value.ToString()!))
            throw new GraphQLException($"Enum \"{type.Name}\" cannot represent value: {LiteralText.OfValue(value)}");
        return value.ToString()!;
    }
}
