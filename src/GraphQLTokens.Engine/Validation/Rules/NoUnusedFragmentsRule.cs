using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Section 5.5.1.4: every fragment is spread by some operation, directly or through other fragments.</summary>
internal sealed class NoUnusedFragmentsRule(ValidationContext context) : ValidationRule(context)
{
    public static RuleDefinition Definition { get; } =
        new("NoUnusedFragments", context => new NoUnusedFragmentsRule(context)) { Leaves = [SyntaxKind.Document] };

    public override void Leave(SyntaxNode node)
    {
        // Most requests have no fragment.
        if (Context.Definitions.All(facts => facts.Node is OperationDefinitionNode))
            return;
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in Context.Definitions)
        {
            if (operation.Node is not OperationDefinitionNode)
                continue;
            foreach (var reached in Context.Reachable(operation))
            {
                if (reached.Node is FragmentDefinitionNode fragment)
                    used.Add(fragment.Name.Value);
            }
        }

        foreach (var facts in Context.Definitions)
        {
            if (facts.Node is FragmentDefinitionNode fragment && !used.Contains(fragment.Name.Value))
                Context.Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
        }
    }
}
