using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.Types;

/// <summary>A type with a name (section 3.4). Made by <see cref="SchemaBuilder"/>, which fills in what refers to other types; immutable ever after.</summary>
public abstract class NamedType(string name, string? description) : GraphQLType, INamed
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    /// <summary>Directives on the definition and its extensions, in their order.</summary>
    public ImmutableArray<AppliedDirective> Directives { get; internal set; } = [];

    /// <summary>The definition (first; absent for built-in types) and its extensions, for places in errors.</summary>
    public ImmutableArray<TypeDefinitionNode> Nodes { get; internal set; } = [];

    /// <summary>Introspection's own types and built-in scalars: left out of the printed schema.</summary>
    public bool IsBuiltIn { get; internal set; }

    public override NamedType Named => this;

    public override string ToString() => Name;
}
