using System.Runtime.InteropServices;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation.FieldMerging;

/// <summary>
/// Whether all fields of a document can be merged, and nothing more: it ends at the first two that cannot.
/// <para>
/// The specification compares each field with each, at every level anew; that is the square of the document and worse. Being alike is
/// transitive, so here fields of one response name are compared with the first of them only, and what they select is then merged into one
/// set and checked once, downwards (the idea of Simon Adameit's algorithm). A set is known by the scopes that it is made of, fragments
/// followed; no set is checked twice. Sets that fragments combine in very many ways are bounded by <see cref="ValidationContext.TryStep"/>.
/// </para>
/// </summary>
internal sealed class MergeCheck(ValidationContext context, IReadOnlyDictionary<string, FieldScope> fragments)
{
    // Up to here comparing each name with each is faster than hashing.
    private const int FewFields = 16;

    private readonly Stack<FieldScope> pendingAlone = new();
    private readonly Stack<(List<FieldScope> Scopes, bool ShapeOnly)> pendingMerged = new();
    private readonly HashSet<ScopeSet> checkedSets = [];
    private readonly List<FieldScope> collected = [];
    private readonly List<SelectedField> collectedFields = [];
    private int round;

    /// <summary>The first two fields found that differ, or null where all merge.</summary>
    public MergeConflict? FirstConflict(IEnumerable<FieldScope> roots)
    {
        foreach (var root in roots)
        {
            pendingAlone.Push(root);
            while (!context.IsAborted)
            {
                MergeConflict? conflict;
                if (pendingAlone.TryPop(out var scope))
                    conflict = CheckAlone(scope);
                else if (pendingMerged.TryPop(out var merged))
                    conflict = Collect(merged.Scopes, merged.ShapeOnly) ? CheckFields(collectedFields, merged.ShapeOnly) : null;
                else
                    break;
                if (conflict is not null)
                    return conflict;
            }
        }

        return null;
    }

    // A selection that is merged with no other: it must fit together in every respect, whatever is asked of those around it.
    private MergeConflict? CheckAlone(FieldScope scope)
    {
        if (scope.IsCheckedAlone)
            return null;
        scope.IsCheckedAlone = true;
        if (scope.Spreads.Count == 0)
            return context.TryStep(scope.Fields.Count) ? CheckFields(scope.Fields, shapeOnly: false) : null;
        return Collect([scope], shapeOnly: false) ? CheckFields(collectedFields, shapeOnly: false) : null;
    }

    /// <summary>
    /// Takes the scopes and every fragment's that they spread, each once, and all their fields in the order of the document. False where the
    /// same was checked before.
    /// </summary>
    private bool Collect(List<FieldScope> scopes, bool shapeOnly)
    {
        collected.Clear();
        round++;
        foreach (var scope in scopes)
            Meet(scope);
        for (var next = 0; next < collected.Count; next++)
        {
            foreach (var name in collected[next].Spreads)
            {
                if (!context.TryStep())
                    return false;
                if (fragments.TryGetValue(name, out var fragment))
                    Meet(fragment);
            }
        }

        collected.Sort(static (left, right) => left.Id.CompareTo(right.Id));
        if (!checkedSets.Add(ScopeSet.Of(collected, shapeOnly)))
            return false;
        collectedFields.Clear();
        foreach (var scope in collected)
        {
            if (!context.TryStep(scope.Fields.Count))
                return false;
            collectedFields.AddRange(scope.Fields);
        }

        return true;
    }

    private void Meet(FieldScope scope)
    {
        if (scope.MetInRound == round)
            return;
        scope.MetInRound = round;
        collected.Add(scope);
    }

    private MergeConflict? CheckFields(List<SelectedField> fields, bool shapeOnly)
    {
        if (AllDiffer(fields))
        {
            foreach (var field in fields)
                PushAlone(field);
            return null;
        }

        var groups = new Dictionary<string, List<SelectedField>>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, field.ResponseName, out _);
            (group ??= []).Add(field);
        }

        foreach (var group in groups.Values)
        {
            if (group.Count == 1)
                PushAlone(group[0]);
            else if (CheckGroup(CollectionsMarshal.AsSpan(group), shapeOnly) is { } conflict)
                return conflict;
        }

        return null;
    }

    private static bool AllDiffer(List<SelectedField> fields)
    {
        if (fields.Count > FewFields)
            return false;
        for (var left = 0; left < fields.Count; left++)
        {
            for (var right = left + 1; right < fields.Count; right++)
            {
                if (fields[left].ResponseName == fields[right].ResponseName)
                    return false;
            }
        }

        return true;
    }

    private void PushAlone(SelectedField field)
    {
        if (field.Scope is { IsCheckedAlone: false } scope)
            pendingAlone.Push(scope);
    }

    // Fields of one response name. Their shapes must always agree, since they share a key for all types; what they mean must agree only
    // where one object can have both.
    private MergeConflict? CheckGroup(ReadOnlySpan<SelectedField> group, bool shapeOnly)
    {
        if (FirstOfOtherShape(group, shapeOnly) is { } shapes)
            return shapes;
        if (shapeOnly || ConcreteParents(group) is not { Count: > 1 } parents)
        {
            if (!shapeOnly && FirstOfOtherMeaning(group) is { } meanings)
                return meanings;
            PushScopesOf(group, shapeOnly);
            return null;
        }

        var possible = new List<SelectedField>();
        foreach (var parent in parents)
        {
            if (!context.TryStep(group.Length))
                return null;
            possible.Clear();
            foreach (var field in group)
            {
                if (field.Parent is not ObjectType || ReferenceEquals(field.Parent, parent))
                    possible.Add(field);
            }

            var together = CollectionsMarshal.AsSpan(possible);
            if (FirstOfOtherMeaning(together) is { } meanings)
                return meanings;
            PushScopesOf(together, shapeOnly: false);
        }

        PushScopesOf(group, shapeOnly: true);
        return null;
    }

    private static HashSet<NamedType>? ConcreteParents(ReadOnlySpan<SelectedField> group)
    {
        HashSet<NamedType>? parents = null;
        NamedType? first = null;
        foreach (var field in group)
        {
            if (field.Parent is not ObjectType parent || ReferenceEquals(parent, first))
                continue;
            if (first is null)
                first = parent;
            else
                (parents ??= [first]).Add(parent);
        }

        return parents;
    }

    private static MergeConflict? FirstOfOtherShape(ReadOnlySpan<SelectedField> group, bool shapeOnly)
    {
        SelectedField? first = null;
        foreach (var field in group)
        {
            if (field.Definition is not { } definition)
                continue;
            first ??= field;
            if (!FieldEquality.HaveSameShape(first.Definition!.Type, definition.Type))
                return MergeConflict.Between(first, field, shapeOnly || SelectedField.NoObjectHasBoth(first, field));
        }

        return null;
    }

    private static MergeConflict? FirstOfOtherMeaning(ReadOnlySpan<SelectedField> group)
    {
        var first = group[0];
        foreach (var field in group[1..])
        {
            if (first.Node.Name.Value != field.Node.Name.Value || !FieldEquality.HaveSameArguments(first.Node, field.Node))
                return MergeConflict.Between(first, field, shapeOnly: false);
        }

        return null;
    }

    private void PushScopesOf(ReadOnlySpan<SelectedField> group, bool shapeOnly)
    {
        List<FieldScope>? scopes = null;
        foreach (var field in group)
        {
            if (field.Scope is { } scope)
                (scopes ??= []).Add(scope);
        }

        if (scopes is [var alone])
            pendingAlone.Push(alone);
        else if (scopes is not null)
            pendingMerged.Push((scopes, shapeOnly));
    }
}
