namespace GraphQLTokens.Engine.TypeSystem.Types;

/// <summary>An enum (section 3.9). A coerced value is the name of the value as a <see cref="string"/>.</summary>
public sealed class EnumType(string name, string? description) : NamedType(name, description)
{
    public NamedList<EnumValueDefinition> Values { get; internal set; } = NamedList<EnumValueDefinition>.Empty;
}
