using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.Scalars;

/// <summary>
/// The coercion of a scalar, three ways (section 3.5): literals and JSON variables to a .NET value, and a .NET value to the response.
/// A product adds a scalar by deriving from this and registering it under the name that its schema declares.
/// </summary>
public abstract class Scalar
{
    /// <summary>The name in the schema.</summary>
    public abstract string Name { get; }

    /// <summary>The .NET type that both kinds of input coercion give; arguments of resolvers are checked against it at start-up.</summary>
    public abstract Type ValueType { get; }

    /// <summary>Coerces a literal that holds no variable and is not null.</summary>
    /// <param name="error">Why not, as a whole sentence for the client; or null for the standard words.</param>
    public abstract bool TryCoerceLiteral(ValueNode literal, [NotNullWhen(true)] out object? value, out string? error);

    /// <summary>Coerces a value out of a request's JSON; never JSON null.</summary>
    /// <param name="error">Why not, as a whole sentence for the client; or null for the standard words.</param>
    public abstract bool TryCoerceJson(JsonElement json, [NotNullWhen(true)] out object? value, out string? error);

    /// <summary>
    /// Coerces a resolver's value for the response, to something JSON can hold: <see cref="string"/>, <see cref="bool"/>, <see cref="int"/>,
    /// <see cref="long"/>, <see cref="double"/>, <see cref="decimal"/> or <see cref="JsonElement"/>.
    /// </summary>
    /// <exception cref="Errors.GraphQLException">The value is none of this scalar's: a field error.</exception>
    public abstract object Serialize(object value);
}
