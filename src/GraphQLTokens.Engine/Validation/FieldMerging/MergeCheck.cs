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
    private readonly Stack<(List<FieldScope> Scopes, bool ShapeOnly)> pending = new();
    private readonly HashSet<ScopeSet> checkedSets = [];
    private readonly List<FieldScope> collected = [];
    private int round;

    /// <summary>The first two fields found that differ, or null where all merge.</summary>
    public MergeConflict? FirstConflict(IEnumerable<FieldScope> roots)
    {
        foreach (var root in roots)
        {
            pending.Push(([root], false));
            while (pending.TryPop(out var next))
            {
                if (context.IsAborted)
                    return null;
                if (Check(next.Scopes, next.ShapeOnly) is { } conflict)
                    return conflict;
            }
        }

        return null;
    }

    private MergeConflict? Check(List<FieldScope> scopes, bool shapeOnly)
    {
        if (scopes is [{ Spreads.Count: 0 } single])
        {
            // Whoever was checked for both conditions has the same shape, and alone every scope is.
            if (single.IsCheckedAlone)
                return null;
            single.IsCheckedAlone = true;
            if (!context.TryStep(single.Fields.Count))
                return null;
            if (PushIfAllDiffer(single.Fields))
                return null;
            shapeOnly = false;
            Collect(scopes);
        }
        else
        {
            Collect(scopes);
            if (context.IsAborted || !checkedSets.Add(ScopeSet.Of(collected, shapeOnly)))
                return null;
        }

        foreach (var group in GroupsOfCollected())
        {
            var conflict = group.Count == 1 ? null : CheckGroup(CollectionsMarshal.AsSpan(group), shapeOnly);
            if (conflict is not null)
                return conflict;
            if (group.Count == 1 && group[0].Scope is { } scope)
                pending.Push(([scope], shapeOnly));
        }

        return null;
    }

    // The usual case, without any table: few fields, no two of one name.
    private bool PushIfAllDiffer(List<SelectedField> fields)
    {
        if (fields.Count > 8)
            return false;
        for (var left = 0; left < fields.Count; left++)
        {
            for (var right = left + 1; right < fields.Count; right++)
            {
                if (fields[left].ResponseName == fields[right].ResponseName)
                    return false;
            }
        }

        foreach (var field in fields)
        {
            if (field.Scope is { IsCheckedAlone: false } scope)
                pending.Push(([scope], false));
        }

        return true;
    }

    /// <summary>The scopes and every fragment's that they spread, each once, in the order of the document.</summary>
    private void Collect(List<FieldScope> scopes)
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
                    return;
                if (fragments.TryGetValue(name, out var fragment))
                    Meet(fragment);
            }
        }

        collected.Sort(static (left, right) => left.Id.CompareTo(right.Id));
    }

    private void Meet(FieldScope scope)
    {
        if (scope.MetInRound == round)
            return;
        scope.MetInRound = round;
        collected.Add(scope);
    }

    private Dictionary<string, List<SelectedField>>.ValueCollection GroupsOfCollected()
    {
        var groups = new Dictionary<string, List<SelectedField>>(StringComparer.Ordinal);
        foreach (var scope in collected)
        {
            // Where there have been too many, what was collected so far is the last that is looked at.
            if (!context.TryStep(scope.Fields.Count))
                break;
            foreach (var field in scope.Fields)
            {
                ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, field.ResponseName, out _);
                (group ??= []).Add(field);
            }
        }

        return groups.Values;
    }

    // Fields of one response name. Their shapes must always agree, since they share a key for all types; what they mean must agree only
    // where one object can have both.
    private MergeConflict? CheckGroup(ReadOnlySpan<SelectedField> group, bool shapeOnly)
    {
        if (FirstOfOtherShape(group) is { } shapes)
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

    private static MergeConflict? FirstOfOtherShape(ReadOnlySpan<SelectedField> group)
    {
        SelectedField? first = null;
        foreach (var field in group)
        {
            if (field.Definition is not { } definition)
                continue;
            first ??= field;
            if (!FieldEquality.HaveSameShape(first.Definition!.Type, definition.Type))
                return MergeConflict.Between(first, field, shapeOnly: true);
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

        if (scopes is not null)
            pending.Push((scopes, shapeOnly));
    }
}
