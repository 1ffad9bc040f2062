using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Section 5.8.3: an operation defines every variable that it uses, itself or in fragments that it spreads.</summary>
internal sealed class NoUndefinedVariablesRule(ValidationContext context) : ValidationRule(context)
{
    public static RuleDefinition Definition { get; } =
        new("NoUndefinedVariables", context => new NoUndefinedVariablesRule(context)) { Leaves = [SyntaxKind.Document] };

    public override void Leave(SyntaxNode node)
    {
        foreach (var facts in Context.Definitions)
        {
            if (facts.Node is OperationDefinitionNode operation)
                Check(facts, operation);
        }
    }

    private void Check(DefinitionFacts facts, OperationDefinitionNode operation)
    {
        var defined = new OperationVariables(operation);
        var where = operation.Name is { } name ? $" by operation \"{name.Value}\"" : "";
        foreach (var reached in Context.Reachable(facts))
        {
            foreach (var usage in reached.Variables)
            {
                if (!Context.TryStep())
                    return;
                if (defined.Find(usage.Node.Name.Value) is null)
                    Context.Report($"Variable \"${usage.Node.Name.Value}\" is not defined{where}.", usage.Node, operation);
            }
        }
    }
}
