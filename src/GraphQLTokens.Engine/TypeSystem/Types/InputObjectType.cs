namespace GraphQLTokens.Engine.TypeSystem.Types;

/// <summary>An input object (section 3.10). A coerced value is an <see cref="Coercion.InputValues"/>.</summary>
public sealed class InputObjectType(string name, string? description) : NamedType(name, description)
{
    public NamedList<InputValueDefinition> Fields { get; internal set; } = NamedList<InputValueDefinition>.Empty;

    /// <summary>Exactly one field must be given, and not null (<c>@oneOf</c>, section 3.10.1).</summary>
    public bool IsOneOf { get; internal set; }
}
