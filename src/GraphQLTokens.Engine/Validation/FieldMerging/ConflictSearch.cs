using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation.FieldMerging;

/// <summary>
/// Names every pair of fields that conflicts, in every pair of braces, as the reference implementation does: each field against each of the
/// same response name, fragments against fields and against one another, no pair of fragments twice. That costs the square of the document
/// and more, so it only runs where <see cref="MergeCheck"/> has found that there is something to name, and it gives up where it takes long.
/// </summary>
internal sealed class ConflictSearch(ValidationContext context)
{
    // What people write has a handful of conflicts, found within some hundred comparisons.
    private const int MostComparisons = 50_000;
    private const int MostConflicts = 1_000;

    // Chains of fragments may be of any length; the stack is not.
    private const int DeepestRecursion = 250;

    private readonly Dictionary<(SelectionSetNode Set, NamedType? Parent), FieldMap> maps = [];
    private readonly Dictionary<(string, string), bool> comparedFragments = [];
    private int comparisons;
    private int conflicts;
    private int depth;

    private bool IsExhausted => comparisons > MostComparisons || conflicts > MostConflicts || depth > DeepestRecursion;

    /// <summary>The conflicts inside one pair of braces and the fragments spread there.</summary>
    public IReadOnlyList<MergeConflict> Within(SelectionSetNode set, NamedType? parent)
    {
        var found = new List<MergeConflict>();
        var fields = MapOf(set, parent);
        foreach (var name in fields.Names)
        {
            var same = fields[name];
            for (var left = 0; left < same.Count; left++)
            {
                for (var right = left + 1; right < same.Count; right++)
                    Compare(same[left], same[right], shapeOnly: false, found);
            }
        }

        for (var first = 0; first < fields.Spreads.Count; first++)
        {
            BetweenFieldsAndFragment(fields, fields.Spreads[first], shapeOnly: false, found);
            for (var second = first + 1; second < fields.Spreads.Count; second++)
                BetweenFragments(fields.Spreads[first], fields.Spreads[second], shapeOnly: false, found);
        }

        return found;
    }

    private void Compare(SelectedField left, SelectedField right, bool shapeOnly, List<MergeConflict> found)
    {
        comparisons++;
        if (IsExhausted)
            return;
        shapeOnly = shapeOnly || SelectedField.NoObjectHasBoth(left, right);
        var conflict = MergeConflict.Between(left, right, shapeOnly);
        if (conflict is not null)
            conflicts++;
        else if (left.Node.SelectionSet is { } leftSet && right.Node.SelectionSet is { } rightSet)
            conflict = BetweenSelections(left, leftSet, right, rightSet, shapeOnly);
        if (conflict is not null)
            found.Add(conflict);
    }

    private MergeConflict? BetweenSelections(SelectedField left, SelectionSetNode leftSet, SelectedField right, SelectionSetNode rightSet, bool shapeOnly)
    {
        depth++;
        var inside = new List<MergeConflict>();
        var leftFields = MapOf(leftSet, left.Definition?.Type.Named);
        var rightFields = MapOf(rightSet, right.Definition?.Type.Named);
        Between(leftFields, rightFields, shapeOnly, inside);
        foreach (var name in rightFields.Spreads)
            BetweenFieldsAndFragment(leftFields, name, shapeOnly, inside);
        foreach (var name in leftFields.Spreads)
            BetweenFieldsAndFragment(rightFields, name, shapeOnly, inside);
        foreach (var first in leftFields.Spreads)
        {
            foreach (var second in rightFields.Spreads)
                BetweenFragments(first, second, shapeOnly, inside);
        }

        depth--;
        return inside.Count == 0 ? null : MergeConflict.Around(left, right, inside);
    }

    private void Between(FieldMap left, FieldMap right, bool shapeOnly, List<MergeConflict> found)
    {
        foreach (var name in left.Names)
        {
            foreach (var first in left[name])
            {
                foreach (var second in right[name])
                    Compare(first, second, shapeOnly, found);
            }
        }
    }

    // Fields against a fragment, and against those that it spreads in turn.
    private void BetweenFieldsAndFragment(FieldMap fields, string name, bool shapeOnly, List<MergeConflict> found)
    {
        comparisons++;
        if (IsExhausted || fields.Names.Count == 0 || !fields.TryMarkCompared(name, shapeOnly) || MapOf(name) is not { } fragment || ReferenceEquals(fields, fragment))
            return;
        depth++;
        Between(fields, fragment, shapeOnly, found);
        foreach (var spread in fragment.Spreads)
            BetweenFieldsAndFragment(fields, spread, shapeOnly, found);
        depth--;
    }

    private void BetweenFragments(string left, string right, bool shapeOnly, List<MergeConflict> found)
    {
        comparisons++;
        if (left == right || IsExhausted || !TryMarkCompared(left, right, shapeOnly) || MapOf(left) is not { } leftFields || MapOf(right) is not { } rightFields)
            return;
        depth++;
        Between(leftFields, rightFields, shapeOnly, found);
        foreach (var spread in rightFields.Spreads)
            BetweenFragments(left, spread, shapeOnly, found);
        foreach (var spread in leftFields.Spreads)
            BetweenFragments(spread, right, shapeOnly, found);
        depth--;
    }

    /// <summary>False where the two were compared before, and at least as strictly as now.</summary>
    private bool TryMarkCompared(string left, string right, bool shapeOnly)
    {
        var pair = string.CompareOrdinal(left, right) < 0 ? (left, right) : (right, left);
        if (comparedFragments.TryGetValue(pair, out var wasShapeOnly) && (shapeOnly || !wasShapeOnly))
            return false;
        comparedFragments[pair] = shapeOnly;
        return true;
    }

    private FieldMap? MapOf(string fragmentName) => context.Fragment(fragmentName) is { } fragment
        ? MapOf(fragment.SelectionSet, TypeReferences.Resolve(context.Schema, fragment.TypeCondition) as NamedType)
        : null;

    private FieldMap MapOf(SelectionSetNode set, NamedType? parent)
    {
        if (!maps.TryGetValue((set, parent), out var map))
            maps[(set, parent)] = map = new FieldMap(context.Schema, parent, set);
        return map;
    }
}
