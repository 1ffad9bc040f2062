using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Limits;

/// <summary>
/// How deep the selections of a document nest, a fragment counted wherever it is spread. Not in the specification: every later phase walks
/// selections recursively, and the parser can bound only what is written nested, not what fragments nest.
/// </summary>
internal static class OperationDepth
{
    /// <summary>An error for each operation that nests deeper than the limit. The document must have no fragment cycles.</summary>
    public static IReadOnlyList<GraphQLError> Check(DocumentNode document, int limit) => Check(document, limit, out _);

    /// <param name="steps">How many selections were looked at.</param>
    public static IReadOnlyList<GraphQLError> Check(DocumentNode document, int limit, out int steps)
    {
        var looked = 0;
        var fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        var errors = new List<GraphQLError>();
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            if (DepthOf(operation.SelectionSet, 0) > limit)
            {
                errors.Add(LimitExceeded.Error(
                    ErrorCodes.DepthLimitExceeded, $"The operation nests deeper than {limit} levels.", limit, at: [operation.Location.ToSourceLocation()]));
            }
        }

        steps = looked;
        return errors;

        // Levels at and below the selection set. The first place that is too deep ends the whole search: it neither recurses further than the
        // limit nor looks at what fragments that spread each other twice would multiply.
        int DepthOf(SelectionSetNode selectionSet, int above)
        {
            if (above >= limit)
                return limit + 1;
            var deepest = 0;
            foreach (var selection in selectionSet.Selections)
            {
                looked++;
                var depth = selection switch
                {
                    FieldNode { SelectionSet: { } inner } => DepthOf(inner, above + 1),
                    InlineFragmentNode inline => DepthOf(inline.SelectionSet, above + 1),
                    FragmentSpreadNode spread => DepthOfFragment(spread.Name.Value, above + 1),
                    _ => 0,
                };
                if (above + 1 + depth > limit)
                    return limit + 1;
                deepest = Math.Max(deepest, depth);
            }

            return deepest + 1;
        }

        // What a fragment nests does not depend on where it is spread; only "too deep" does, and that is never remembered.
        int DepthOfFragment(string name, int above)
        {
            if (!depths.TryGetValue(name, out var depth))
            {
                depth = DepthOf(fragments[name].SelectionSet, above);
                if (above + depth <= limit)
                    depths.Add(name, depth);
            }

            return depth;
        }
    }
}
