using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Section 5.6.3: no two fields of an input object share a name.</summary>
internal sealed class UniqueInputFieldNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly List<NameNode> names = [];

    public static RuleDefinition Definition { get; } =
        new("UniqueInputFieldNames", context => new UniqueInputFieldNamesRule(context)) { Enters = [SyntaxKind.ObjectValue] };

    public override void Enter(SyntaxNode node)
    {
        var fields = ((ObjectValueNode)node).Fields;
        if (fields.Length < 2)
            return;
        names.Clear();
        foreach (var field in fields)
            names.Add(field.Name);
        foreach (var same in RepeatedNames.In(names))
        {
            for (var index = 1; index < same.Count; index++)
                Context.Report($"There can be only one input field named \"{same[0].Value}\".", same[0], same[index]);
        }
    }
}
