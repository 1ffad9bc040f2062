using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Section 5.5.2.3: a fragment stands only where some object could be of both types, its own and that around it.</summary>
internal sealed class PossibleFragmentSpreadsRule(ValidationContext context) : ValidationRule(context)
{
    public static RuleDefinition Definition { get; } = new("PossibleFragmentSpreads", context => new PossibleFragmentSpreadsRule(context))
    {
        Enters = [SyntaxKind.InlineFragment, SyntaxKind.FragmentSpread],
    };

    public override void Enter(SyntaxNode node)
    {
        if (Position.ParentType is not { } parent)
            return;
        if (node is InlineFragmentNode)
        {
            if (Position.OutputType is NamedType { IsCompositeType: true } type && !TypeComparison.DoTypesOverlap(Context.Schema, type, parent))
                Context.Report($"Fragment cannot be spread here as objects of type \"{parent.Name}\" can never be of type \"{type.Name}\".", node);
            return;
        }

        var name = ((FragmentSpreadNode)node).Name.Value;
        if (Context.Fragment(name) is { } fragment
            && Context.Schema.Types.TryGet(fragment.TypeCondition.Name.Value, out var condition)
            && condition.IsCompositeType
            && !TypeComparison.DoTypesOverlap(Context.Schema, condition, parent))
        {
            Context.Report($"Fragment \"{name}\" cannot be spread here as objects of type \"{parent.Name}\" can never be of type \"{condition.Name}\".", node);
        }
    }
}
