using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Section 5.3.3: fields of scalars and enums have no selection, and all others have one.</summary>
internal sealed class ScalarLeafsRule(ValidationContext context) : ValidationRule(context)
{
    public static RuleDefinition Definition { get; } =
        new("ScalarLeafs", context => new ScalarLeafsRule(context)) { Enters = [SyntaxKind.Field] };

    public override void Enter(SyntaxNode node)
    {
        if (Position.OutputType is not { } type)
            return;
        var field = (FieldNode)node;
        var name = field.Name.Value;
        if (type.Named.IsLeafType)
        {
            if (field.SelectionSet is { } set)
                Context.Report($"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.", set);
        }
        else if (field.SelectionSet is null)
        {
            Context.Report($"Field \"{name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?", field);
        }
    }
}
