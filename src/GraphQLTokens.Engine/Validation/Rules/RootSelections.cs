using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>What the root of a subscription selects, fragments followed (section 5.2.4.1, CollectSubscriptionFields).</summary>
/// <param name="Fields">One list for each response name, in the order of the document.</param>
/// <param name="Conditions">Every <c>@skip</c> and <c>@include</c> on the way.</param>
internal sealed record RootSelections(IReadOnlyList<IReadOnlyList<FieldNode>> Fields, IReadOnlyList<DirectiveNode> Conditions)
{
    public static RootSelections Of(OperationDefinitionNode operation, ObjectType root, ValidationContext context)
    {
        var byName = new Dictionary<string, List<FieldNode>>(StringComparer.Ordinal);
        var inOrder = new List<List<FieldNode>>();
        var conditions = new List<DirectiveNode>();
        var spread = new HashSet<string>(StringComparer.Ordinal);

        // A stack of what is still to come instead of recursion: fragments may form a chain of any length.
        var pending = new Stack<SelectionNode>();
        Push(operation.SelectionSet);
        while (pending.TryPop(out var selection))
        {
            foreach (var directive in selection.Directives)
            {
                if (directive.Name.Value is "skip" or "include")
                    conditions.Add(directive);
            }

            switch (selection)
            {
                case FieldNode field:
                    if (!byName.TryGetValue(field.ResponseName, out var same))
                        inOrder.Add(byName[field.ResponseName] = same = []);
                    same.Add(field);
                    break;
                case InlineFragmentNode inline when inline.TypeCondition is not { } condition || Applies(condition):
                    Push(inline.SelectionSet);
                    break;
                case FragmentSpreadNode named when spread.Add(named.Name.Value) && context.Fragment(named.Name.Value) is { } fragment && Applies(fragment.TypeCondition):
                    Push(fragment.SelectionSet);
                    break;
            }
        }

        return new RootSelections(inOrder, conditions);

        void Push(SelectionSetNode set)
        {
            for (var index = set.Selections.Length - 1; index >= 0; index--)
                pending.Push(set.Selections[index]);
        }

        bool Applies(NamedTypeNode condition) =>
            context.Schema.Types.TryGet(condition.Name.Value, out var type) && context.Schema.IsPossibleType(type, root);
    }
}
