using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation;

/// <summary>A rule before it meets a document: its name in the specification, and the kinds of nodes that it looks at.</summary>
internal sealed record RuleDefinition(string Name, Func<ValidationContext, ValidationRule> Create)
{
    public ImmutableArray<SyntaxKind> Enters { get; init; } = [];

    /// <summary>The walk tells of leaving documents, operations, fragments, fields, lists and objects; of nothing else.</summary>
    public ImmutableArray<SyntaxKind> Leaves { get; init; } = [];
}
