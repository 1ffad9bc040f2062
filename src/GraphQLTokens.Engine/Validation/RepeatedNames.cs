using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation;

/// <summary>Finds names that stand more than once in a list.</summary>
internal static class RepeatedNames
{
    // Up to here comparing each with each is faster than hashing.
    private const int FewNames = 8;

    /// <summary>One list for each repeated name, in the order in which the names first stand; empty where all differ.</summary>
    public static IReadOnlyList<IReadOnlyList<NameNode>> In(List<NameNode> names) => AllDiffer(names) ? [] : Grouped(names);

    private static bool AllDiffer(List<NameNode> names)
    {
        if (names.Count > FewNames)
            return false;
        for (var left = 0; left < names.Count; left++)
        {
            for (var right = left + 1; right < names.Count; right++)
            {
                if (names[left].Value == names[right].Value)
                    return false;
            }
        }

        return true;
    }

    private static List<NameNode>[] Grouped(List<NameNode> names)
    {
        var byName = new Dictionary<string, List<NameNode>>(names.Count, StringComparer.Ordinal);
        var inOrder = new List<List<NameNode>>();
        foreach (var name in names)
        {
            if (!byName.TryGetValue(name.Value, out var same))
                inOrder.Add(byName[name.Value] = same = []);
            same.Add(name);
        }

        return [.. inOrder.Where(same => same.Count > 1)];
    }
}
