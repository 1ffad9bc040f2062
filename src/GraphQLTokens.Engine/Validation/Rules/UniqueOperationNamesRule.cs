using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Section 5.2.2.1: no two operations of a document share a name, since a request picks one by it.</summary>
internal sealed class UniqueOperationNamesRule(ValidationContext context) : ValidationRule(context)
{
    public static RuleDefinition Definition { get; } =
        new("UniqueOperationNames", context => new UniqueOperationNamesRule(context)) { Enters = [SyntaxKind.Document] };

    public override void Enter(SyntaxNode node)
    {
        var definitions = ((DocumentNode)node).Definitions;
        if (definitions.Length == 1)
            return;
        var names = new List<NameNode>();
        foreach (var definition in definitions)
        {
            if (definition is OperationDefinitionNode { Name: { } name })
                names.Add(name);
        }

        foreach (var same in RepeatedNames.In(names))
        {
            for (var index = 1; index < same.Count; index++)
                Context.Report($"There can be only one operation named \"{same[0].Value}\".", same[0], same[index]);
        }
    }
}
