using System.Collections.Immutable;

namespace GraphQLTokens.Engine.TypeSystem.Types;

/// <summary>An interface type (section 3.7).</summary>
public sealed class InterfaceType(string name, string? description) : NamedType(name, description), IFieldsType
{
    public NamedList<FieldDefinition> Fields { get; internal set; } = NamedList<FieldDefinition>.Empty;

    /// <summary>Every interface that it declares to implement, in its order.</summary>
    public ImmutableArray<InterfaceType> Interfaces { get; internal set; } = [];
}
