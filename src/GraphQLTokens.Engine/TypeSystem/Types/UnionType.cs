using System.Collections.Immutable;

namespace GraphQLTokens.Engine.TypeSystem.Types;

/// <summary>A union (section 3.8).</summary>
public sealed class UnionType(string name, string? description) : NamedType(name, description)
{
    public ImmutableArray<ObjectType> Types { get; internal set; } = [];
}
