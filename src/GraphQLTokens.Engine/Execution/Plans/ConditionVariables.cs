using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Execution.Plans;

/// <summary>Which variables decide, through <c>@skip</c> and <c>@include</c>, what an operation selects.</summary>
internal static class ConditionVariables
{
    /// <summary>Their names, each once, in an order that depends on the document alone.</summary>
    public static string[] Of(OperationDefinitionNode operation, PreparedDocument document)
    {
        SortedSet<string>? names = null;
        HashSet<string>? visited = null;
        var open = new Stack<SelectionSetNode>();
        open.Push(operation.SelectionSet);
        while (open.TryPop(out var selections))
        {
            foreach (var selection in selections.Selections)
            {
                foreach (var directive in selection.Directives)
                {
                    if (directive.Name.Value is "skip" or "include" && directive.Arguments is [{ Value: VariableNode variable }])
                        (names ??= new SortedSet<string>(StringComparer.Ordinal)).Add(variable.Name.Value);
                }

                var inner = selection switch
                {
                    FieldNode field => field.SelectionSet,
                    InlineFragmentNode inline => inline.SelectionSet,
                    FragmentSpreadNode spread when (visited ??= new HashSet<string>(StringComparer.Ordinal)).Add(spread.Name.Value) =>
                        document.Fragments[spread.Name.Value].SelectionSet,
                    _ => null,
                };
                if (inner is not null)
                    open.Push(inner);
            }
        }

        return names is null ? [] : [.. names];
    }
}
