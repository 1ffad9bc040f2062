using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.Validation.FieldMerging;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>
/// Section 5.3.2: fields that share a response name in one selection are the same field with the same arguments, or stand on object types that
/// no object has both of; and even then their values have one shape. <see cref="MergeCheck"/> decides, <see cref="ConflictSearch"/> explains.
/// </summary>
internal sealed class OverlappingFieldsCanBeMergedRule(ValidationContext context) : ValidationRule(context)
{
    private readonly List<FieldScope> roots = [];
    private readonly List<FieldScope> scopes = [];
    private readonly Stack<FieldScope> open = new();

    public static RuleDefinition Definition { get; } = new("OverlappingFieldsCanBeMerged", context => new OverlappingFieldsCanBeMergedRule(context))
    {
        Enters = [SyntaxKind.OperationDefinition, SyntaxKind.FragmentDefinition, SyntaxKind.Field, SyntaxKind.FragmentSpread],
        Leaves = [SyntaxKind.OperationDefinition, SyntaxKind.FragmentDefinition, SyntaxKind.Field, SyntaxKind.Document],
    };

    public override void Enter(SyntaxNode node)
    {
        switch (node)
        {
            case FieldNode field:
                var (outer, inner) = (open.Peek(), field.SelectionSet is { } set ? Open(set) : null);
                outer.Fields.Add(SelectedField.Of(field, Position.ParentType, inner));
                break;
            case FragmentSpreadNode spread:
                open.Peek().AddSpread(spread.Name.Value);
                break;
            case ExecutableDefinitionNode definition:
                roots.Add(Open(definition.SelectionSet));
                break;
        }
    }

    public override void Leave(SyntaxNode node)
    {
        if (node is ExecutableDefinitionNode or FieldNode { SelectionSet: not null })
            open.Pop();
        else if (node is DocumentNode && new MergeCheck(Context, Fragments()).FirstConflict(roots) is { } conflict)
            Explain(conflict);
    }

    private FieldScope Open(SelectionSetNode set)
    {
        var scope = new FieldScope(scopes.Count, set, Position.OutputType?.Named is { IsCompositeType: true } parent ? parent : null);
        scopes.Add(scope);
        open.Push(scope);
        return scope;
    }

    // Roots stand in the order of the definitions that they belong to.
    private Dictionary<string, FieldScope> Fragments()
    {
        var fragments = new Dictionary<string, FieldScope>(StringComparer.Ordinal);
        for (var index = 0; index < roots.Count; index++)
        {
            if (Context.Definitions[index].Node is FragmentDefinitionNode fragment)
                fragments[fragment.Name.Value] = roots[index];
        }

        return fragments;
    }

    private void Explain(MergeConflict known)
    {
        var search = new ConflictSearch(Context);
        var isExplained = false;
        foreach (var scope in scopes)
        {
            foreach (var conflict in search.Within(scope.Set, scope.Parent))
            {
                isExplained = true;
                Context.Report(conflict.Message, conflict.Nodes);
            }
        }

        // The search gave up before it came to the place; the check knows one.
        if (!isExplained)
            Context.Report(known.Message, known.Nodes);
    }
}
