using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Section 5.5.1.1: no two fragments of a document share a name, since spreads name them.</summary>
internal sealed class UniqueFragmentNamesRule(ValidationContext context) : ValidationRule(context)
{
    public static RuleDefinition Definition { get; } =
        new("UniqueFragmentNames", context => new UniqueFragmentNamesRule(context)) { Enters = [SyntaxKind.Document] };

    public override void Enter(SyntaxNode node)
    {
        var definitions = ((DocumentNode)node).Definitions;
        if (definitions.Length == 1)
            return;
        var names = new List<NameNode>();
        foreach (var definition in definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
                names.Add(fragment.Name);
        }

        foreach (var same in RepeatedNames.In(names))
        {
            for (var index = 1; index < same.Count; index++)
                Context.Report($"There can be only one fragment named \"{same[0].Value}\".", same[0], same[index]);
        }
    }
}
