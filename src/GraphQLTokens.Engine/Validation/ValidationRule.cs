using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation;

/// <summary>One rule of section 5 at work on one document. It is told only of the nodes that its <see cref="RuleDefinition"/> asks for.</summary>
internal abstract class ValidationRule(ValidationContext context)
{
    protected ValidationContext Context { get; } = context;

    protected WalkPosition Position => Context.Position;

    /// <summary>The walk comes to a node, before anything inside it.</summary>
    public virtual void Enter(SyntaxNode node)
    {
    }

    /// <summary>The walk has been through everything inside a node.</summary>
    public virtual void Leave(SyntaxNode node)
    {
    }
}
