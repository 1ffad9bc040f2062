using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Section 5.8.4: an operation uses every variable that it defines, itself or in fragments that it spreads.</summary>
internal sealed class NoUnusedVariablesRule(ValidationContext context) : ValidationRule(context)
{
    public static RuleDefinition Definition { get; } =
        new("NoUnusedVariables", context => new NoUnusedVariablesRule(context)) { Leaves = [SyntaxKind.Document] };

    public override void Leave(SyntaxNode node)
    {
        foreach (var facts in Context.Definitions)
        {
            if (facts.Node is OperationDefinitionNode { VariableDefinitions.Length: > 0 } operation)
                Check(facts, operation);
        }
    }

    private void Check(DefinitionFacts facts, OperationDefinitionNode operation)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reached in Context.Reachable(facts))
        {
            foreach (var usage in reached.Variables)
            {
                if (!Context.TryStep())
                    return;
                used.Add(usage.Node.Name.Value);
            }
        }

        var where = operation.Name is { } name ? $" in operation \"{name.Value}\"" : "";
        foreach (var definition in operation.VariableDefinitions)
        {
            if (!used.Contains(definition.Variable.Name.Value))
                Context.Report($"Variable \"${definition.Variable.Name.Value}\" is never used{where}.", definition);
        }
    }
}
