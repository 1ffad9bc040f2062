using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Section 5.4.2: no two arguments of a field or directive share a name.</summary>
internal sealed class UniqueArgumentNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly List<NameNode> names = [];

    public static RuleDefinition Definition { get; } =
        new("UniqueArgumentNames", context => new UniqueArgumentNamesRule(context)) { Enters = [SyntaxKind.Field, SyntaxKind.Directive] };

    public override void Enter(SyntaxNode node)
    {
        var arguments = node is FieldNode field ? field.Arguments : ((DirectiveNode)node).Arguments;
        if (arguments.Length < 2)
            return;
        names.Clear();
        foreach (var argument in arguments)
            names.Add(argument.Name);
        foreach (var same in RepeatedNames.In(names))
            Context.Report($"There can be only one argument named \"{same[0].Value}\".", same);
    }
}
