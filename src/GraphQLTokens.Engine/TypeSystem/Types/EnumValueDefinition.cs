using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.Types;

/// <summary>A value of an enum (section 3.9).</summary>
public sealed class EnumValueDefinition(string name, string? description) : INamed
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public string? DeprecationReason { get; internal set; }

    public ImmutableArray<AppliedDirective> Directives { get; internal set; } = [];

    public EnumValueDefinitionNode? Node { get; internal init; }
}
