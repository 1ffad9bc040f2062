using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation.FieldMerging;

/// <summary>The fields of one pair of braces by response name, those of inline fragments among them, and the fragments spread there.</summary>
internal sealed class FieldMap
{
    private readonly Dictionary<string, List<SelectedField>> byName = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly HashSet<string> spreadOnce = new(StringComparer.Ordinal);
    private readonly List<string> spreads = [];
    private readonly Dictionary<string, bool> comparedFragments = new(StringComparer.Ordinal);

    public FieldMap(Schema schema, NamedType? parent, SelectionSetNode set) => Add(schema, parent, set);

    /// <summary>Response names in the order in which they first stand.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Names of fragments, each once.</summary>
    public IReadOnlyList<string> Spreads => spreads;

    /// <summary>The fields of a response name, in the order of the document.</summary>
    public IReadOnlyList<SelectedField> this[string name] => byName.TryGetValue(name, out var fields) ? fields : [];

    /// <summary>False where these fields were compared with that fragment before, and at least as strictly as now.</summary>
    public bool TryMarkCompared(string fragment, bool shapeOnly)
    {
        if (comparedFragments.TryGetValue(fragment, out var wasShapeOnly) && (shapeOnly || !wasShapeOnly))
            return false;
        comparedFragments[fragment] = shapeOnly;
        return true;
    }

    // Recursion is bounded by the parser's depth limit.
    private void Add(Schema schema, NamedType? parent, SelectionSetNode set)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    if (!byName.TryGetValue(field.ResponseName, out var fields))
                    {
                        byName[field.ResponseName] = fields = [];
                        names.Add(field.ResponseName);
                    }

                    fields.Add(SelectedField.Of(field, parent));
                    break;
                case FragmentSpreadNode spread:
                    if (spreadOnce.Add(spread.Name.Value))
                        spreads.Add(spread.Name.Value);
                    break;
                case InlineFragmentNode inline:
                    var type = inline.TypeCondition is { } condition ? TypeReferences.Resolve(schema, condition) as NamedType : parent;
                    Add(schema, type, inline.SelectionSet);
                    break;
            }
        }
    }
}
