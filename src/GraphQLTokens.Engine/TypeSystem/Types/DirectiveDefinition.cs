using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.Types;

/// <summary>A directive's definition (section 3.13).</summary>
public sealed class DirectiveDefinition(
    string name, string? description, NamedList<InputValueDefinition> arguments, bool isRepeatable, ImmutableArray<DirectiveLocation> locations) : INamed
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public NamedList<InputValueDefinition> Arguments { get; } = arguments;

    public bool IsRepeatable { get; } = isRepeatable;

    public ImmutableArray<DirectiveLocation> Locations { get; } = locations;

    public DirectiveDefinitionNode? Node { get; internal init; }

    /// <summary>One of the five that the specification defines: left out of the printed schema.</summary>
    public bool IsBuiltIn { get; internal init; }
}
