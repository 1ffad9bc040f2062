using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Section 5.5.1.3: a fragment's type is an object, an interface or a union, since nothing else has fields.</summary>
internal sealed class FragmentsOnCompositeTypesRule(ValidationContext context) : ValidationRule(context)
{
    public static RuleDefinition Definition { get; } = new("FragmentsOnCompositeTypes", context => new FragmentsOnCompositeTypesRule(context))
    {
        Enters = [SyntaxKind.InlineFragment, SyntaxKind.FragmentDefinition],
    };

    public override void Enter(SyntaxNode node)
    {
        switch (node)
        {
            case InlineFragmentNode { TypeCondition: { } condition } when IsOnLeafOrInput(condition):
                Context.Report($"Fragment cannot condition on non composite type \"{condition.Name.Value}\".", condition);
                break;
            case FragmentDefinitionNode fragment when IsOnLeafOrInput(fragment.TypeCondition):
                Context.Report($"Fragment \"{fragment.Name.Value}\" cannot condition on non composite type \"{fragment.TypeCondition.Name.Value}\".", fragment.TypeCondition);
                break;
        }
    }

    private bool IsOnLeafOrInput(NamedTypeNode condition) =>
        Context.Schema.Types.TryGet(condition.Name.Value, out var type) && !type.IsCompositeType;
}
