using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.Types;

/// <summary>An argument, or a field of an input object (sections 3.6.1, 3.10).</summary>
public sealed class InputValueDefinition(string name, string? description, GraphQLType type, ValueNode? defaultValueNode) : INamed
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public GraphQLType Type { get; } = type;

    /// <summary>The default as the schema writes it; null where there is none (a default of null is a <see cref="NullValueNode"/>).</summary>
    public ValueNode? DefaultValueNode { get; } = defaultValueNode;

    public bool HasDefault => DefaultValueNode is not null;

    /// <summary>The default, coerced when the schema is built.</summary>
    public object? DefaultValue { get; internal set; }

    /// <summary>Non-null without a default (section 5.4.3).</summary>
    public bool IsRequired => Type.IsNonNull && !HasDefault;

    public string? DeprecationReason { get; internal set; }

    public ImmutableArray<AppliedDirective> Directives { get; internal set; } = [];

    public InputValueDefinitionNode? Node { get; internal init; }
}
