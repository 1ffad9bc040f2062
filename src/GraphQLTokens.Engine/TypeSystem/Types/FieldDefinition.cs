using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.Types;

/// <summary>A field of an object or interface type (section 3.6).</summary>
public sealed class FieldDefinition(string name, string? description, GraphQLType type, NamedList<InputValueDefinition> arguments) : INamed
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public GraphQLType Type { get; } = type;

    public NamedList<InputValueDefinition> Arguments { get; } = arguments;

    /// <summary>From <c>@deprecated</c>; null where the field is not deprecated.</summary>
    public string? DeprecationReason { get; internal set; }

    public ImmutableArray<AppliedDirective> Directives { get; internal set; } = [];

    public FieldDefinitionNode? Node { get; internal init; }

    /// <summary>The type that declares it; null on the meta fields <c>__typename</c>, <c>__schema</c> and <c>__type</c>.</summary>
    public NamedType? DeclaringType { get; internal set; }

    /// <summary>As people point at it: <c>Query.apiTokens</c>.</summary>
    public override string ToString() => DeclaringType is null ? Name : $"{DeclaringType.Name}.{Name}";
}
