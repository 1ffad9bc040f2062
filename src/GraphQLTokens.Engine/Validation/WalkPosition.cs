using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation;

/// <summary>
/// What the schema says about the node that the walk stands on. Null wherever the document names something that the schema does not have:
/// one rule reports that, and all others stay silent about what follows from it.
/// </summary>
internal sealed class WalkPosition
{
    /// <summary>The composite type whose fields the innermost selection set selects.</summary>
    public NamedType? ParentType { get; set; }

    /// <summary>The definition of the innermost field, its own arguments and directives included.</summary>
    public FieldDefinition? Field { get; set; }

    /// <summary>The type of the innermost field, of an inline fragment's or fragment's condition, or of the operation's root.</summary>
    public GraphQLType? OutputType { get; set; }

    public DirectiveDefinition? Directive { get; set; }

    /// <summary>The node that the current directive stands on.</summary>
    public SyntaxNode? DirectiveHost { get; set; }

    /// <summary>All directives on that node, in their order.</summary>
    public ImmutableArray<DirectiveNode> DirectiveSiblings { get; set; } = [];

    /// <summary>What the place of the current value, object field or variable definition asks for.</summary>
    public GraphQLType? InputType { get; set; }

    /// <summary>What is asked for one level further out, inside lists and input objects.</summary>
    public GraphQLType? ParentInputType { get; set; }
}
