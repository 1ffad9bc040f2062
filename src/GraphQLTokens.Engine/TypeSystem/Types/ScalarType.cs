using GraphQLTokens.Engine.TypeSystem.Scalars;

namespace GraphQLTokens.Engine.TypeSystem.Types;

/// <summary>A scalar (section 3.5) with the coercion that gives its values meaning.</summary>
public sealed class ScalarType(string name, string? description, Scalar coercion) : NamedType(name, description)
{
    public Scalar Coercion { get; } = coercion;

    /// <summary>From <c>@specifiedBy</c> (section 3.13.4).</summary>
    public string? SpecifiedByUrl { get; internal set; }
}
