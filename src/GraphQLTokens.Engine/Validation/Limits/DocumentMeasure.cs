using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Limits;

/// <summary>
/// Measures the operations of a document that nobody has validated yet: what is unknown counts nothing, and neither does a fragment within itself;
/// validation refuses both. Each selection is looked at once, since what a fragment measures does not depend on where it is spread.
/// </summary>
/// <param name="maxDepth">Nothing deeper is looked at, so that no chain of fragments is followed further by recursion: <see cref="OperationDepth"/> refuses such documents.</param>
internal sealed class DocumentMeasure(DocumentNode document, int maxDepth)
{
    private static readonly SelectionMeasure OneSpread = new() { Spreads = 1 };

    private readonly Dictionary<string, SelectionMeasure> measured = new(StringComparer.Ordinal);
    private Dictionary<string, FragmentDefinitionNode>? fragments;

    /// <summary>How many selections were looked at so far.</summary>
    public int Steps { get; private set; }

    public SelectionMeasure Of(OperationDefinitionNode operation) => Of(operation.SelectionSet, 0);

    private SelectionMeasure Of(SelectionSetNode set, int above)
    {
        var total = default(SelectionMeasure);
        if (above >= maxDepth)
            return total;
        foreach (var selection in set.Selections)
        {
            Steps++;
            total += selection switch
            {
                FieldNode field => OfField(field, above),
                InlineFragmentNode inline => Of(inline.SelectionSet, above + 1),
                FragmentSpreadNode spread => OfFragment(spread.Name.Value, above + 1) + OneSpread,
                _ => default,
            };
        }

        return total;
    }

    private SelectionMeasure OfField(FieldNode field, int above)
    {
        var below = field.SelectionSet is null ? default : Of(field.SelectionSet, above + 1);
        var whole = below.Under(field.Name.Value);
        return whole with { Aliases = whole.Aliases + (field.Alias is null ? 0 : 1) };
    }

    private SelectionMeasure OfFragment(string name, int above)
    {
        // The entry stands before the fragment is measured: within itself, it counts nothing.
        if (!measured.TryAdd(name, default))
            return measured[name];
        fragments ??= ByName();
        return fragments.TryGetValue(name, out var fragment) ? measured[name] = Of(fragment.SelectionSet, above) : default;
    }

    private Dictionary<string, FragmentDefinitionNode> ByName()
    {
        var byName = new Dictionary<string, FragmentDefinitionNode>(StringComparer.Ordinal);
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
                byName[fragment.Name.Value] = fragment;
        }

        return byName;
    }
}
