using System.Diagnostics.CodeAnalysis;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Rules;

/// <summary>Section 5.5.2.2: no fragment spreads itself, directly or through others, or its selection would never end.</summary>
internal sealed class NoFragmentCyclesRule(ValidationContext context) : ValidationRule(context)
{
    // Enough to see the circle; the whole of a long one would make the answer many times as long as the request.
    private const int LongestPathShown = 50;

    private readonly HashSet<string> visited = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> depthByName = new(StringComparer.Ordinal);
    private readonly List<FragmentSpreadNode> path = [];
    private readonly Stack<Frame> frames = new();

    public static RuleDefinition Definition { get; } =
        new("NoFragmentCycles", context => new NoFragmentCyclesRule(context)) { Leaves = [SyntaxKind.FragmentDefinition] };

    // The path from a fragment down through spreads, each fragment entered once in the whole document: a cycle shows when a spread names a
    // fragment that the path is in. A stack of frames instead of recursion, since a chain of fragments may be of any length.
    public override void Leave(SyntaxNode node)
    {
        TryBegin((FragmentDefinitionNode)node);
        while (frames.TryPeek(out var frame))
        {
            if (frame.TryNext(out var spread))
            {
                path.Add(spread);
                if (depthByName.TryGetValue(spread.Name.Value, out var depth))
                    Report(depth);
                else if (Context.Fragment(spread.Name.Value) is { } next && TryBegin(next))
                    continue;
                path.RemoveAt(path.Count - 1);
                continue;
            }

            frames.Pop();
            depthByName.Remove(frame.Name);
            if (path.Count > 0)
                path.RemoveAt(path.Count - 1);
        }
    }

    private bool TryBegin(FragmentDefinitionNode fragment)
    {
        var name = fragment.Name.Value;
        if (!visited.Add(name))
            return false;
        var spreads = SpreadsOf(fragment.SelectionSet);
        if (spreads.Count == 0)
            return false;
        depthByName[name] = path.Count;
        frames.Push(new Frame(name, spreads));
        return true;
    }

    private void Report(int depth)
    {
        var cycle = path.GetRange(depth, Math.Min(path.Count - depth, LongestPathShown));
        var spread = path[^1].Name.Value;
        var via = path.Count - depth == 1 ? "" : $" via {string.Join(", ", cycle.Take(path.Count - depth - 1).Select(through => $"\"{through.Name.Value}\""))}";
        Context.Report($"Cannot spread fragment \"{spread}\" within itself{via}.", cycle);
    }

    // Spreads of outer sets before those of the sets inside them, so that the shortest way round is found first.
    private static List<FragmentSpreadNode> SpreadsOf(SelectionSetNode root)
    {
        var spreads = new List<FragmentSpreadNode>();
        var pending = new Stack<SelectionSetNode>();
        pending.Push(root);
        while (pending.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                if (selection is FragmentSpreadNode spread)
                    spreads.Add(spread);
                else if ((selection is FieldNode field ? field.SelectionSet : ((InlineFragmentNode)selection).SelectionSet) is { } inner)
                    pending.Push(inner);
            }
        }

        return spreads;
    }

    private sealed class Frame(string name, List<FragmentSpreadNode> spreads)
    {
        private int next;

        public string Name { get; } = name;

        public bool TryNext([NotNullWhen(true)] out FragmentSpreadNode? spread)
        {
            spread = next < spreads.Count ? spreads[next++] : null;
            return spread is not null;
        }
    }
}
