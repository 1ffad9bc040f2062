using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;
using GraphQLTokens.Engine.Validation.FieldMerging;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>
/// Section 5.3.2: fields that share a response name in one selection are the same field with the same arguments, or stand on object types that
/// no object has both of; and even then their values have one shape. <see cref="MergeCheck"/> decides, <see cref="ConflictSearch"/> explains.
/// </summary>
internal sealed class OverlappingFieldsCanBeMergedRule(ValidationContext context) : ValidationRule(context)
{
    private readonly List<FieldScope> roots = [];
    private readonly Stack<FieldScope> open = new();
    private readonly List<(SelectionSetNode Set, NamedType? Parent)> sets = [];
    private int scopes;

    public static RuleDefinition Definition { get; } = new("OverlappingFieldsCanBeMerged", context => new OverlappingFieldsCanBeMergedRule(context))
    {
        Enters = [SyntaxKind.OperationDefinition, SyntaxKind.FragmentDefinition, SyntaxKind.SelectionSet, SyntaxKind.Field, SyntaxKind.FragmentSpread],
        Leaves = [SyntaxKind.Field, SyntaxKind.Document],
    };

    public override void Enter(SyntaxNode node)
    {
        switch (node)
        {
            case SelectionSetNode set:
                sets.Add((set, Position.ParentType));
                break;
            case FieldNode field:
                var scope = field.SelectionSet is null ? null : new FieldScope(scopes++);
                open.Peek().Fields.Add(new SelectedField(field, Position.ParentType, Position.Field, scope));
                if (scope is not null)
                    open.Push(scope);
                break;
            case FragmentSpreadNode spread:
                open.Peek().AddSpread(spread.Name.Value);
                break;
            default:
                open.Clear();
                open.Push(new FieldScope(scopes++));
                roots.Add(open.Peek());
                break;
        }
    }

    public override void Leave(SyntaxNode node)
    {
        if (node is FieldNode { SelectionSet: not null })
            open.Pop();
        else if (node is DocumentNode && new MergeCheck(Context, Fragments()).FirstConflict(roots) is { } conflict)
            Explain(conflict);
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
        var explained = false;
        foreach (var (set, parent) in sets)
        {
            foreach (var conflict in search.Within(set, parent))
            {
                explained = true;
                Context.Report(conflict.Message, conflict.Nodes);
            }
        }

        // The search gave up before it came to the place; the check knows one.
        if (!explained)
            Context.Report(known.Message, known.Nodes);
    }
}
