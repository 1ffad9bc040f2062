using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Section 5.8.1: no two variables of an operation share a name.</summary>
internal sealed class UniqueVariableNamesRule(ValidationContext context) : ValidationRule(context)
{
    public static RuleDefinition Definition { get; } =
        new("UniqueVariableNames", context => new UniqueVariableNamesRule(context)) { Enters = [SyntaxKind.OperationDefinition] };

    public override void Enter(SyntaxNode node)
    {
        var definitions = ((OperationDefinitionNode)node).VariableDefinitions;
        if (definitions.Length < 2)
            return;
        var names = new List<NameNode>(definitions.Length);
        foreach (var definition in definitions)
            names.Add(definition.Variable.Name);
        foreach (var same in RepeatedNames.In(names))
            Context.Report($"There can be only one variable named \"${same[0].Value}\".", same);
    }
}
