using System.Text;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.FieldMerging;

/// <summary>Two fields of one response name that differ, or whose selections do.</summary>
/// <param name="Reason">What differs, as the end of a sentence.</param>
/// <param name="Left">The first field, and below it whatever conflicts inside; <paramref name="Right"/> likewise.</param>
internal sealed record MergeConflict(string ResponseName, string Reason, IReadOnlyList<FieldNode> Left, IReadOnlyList<FieldNode> Right)
{
    // Of each side. Nobody reads more, and conflicts within conflicts multiply.
    private const int MostNodes = 20;

    // Likewise of a reason's text, in UTF-16 units.
    private const int MostDetail = 1000;

    public string Message =>
        $"Fields \"{Cut(ResponseName)}\" conflict because {Reason}. Use different aliases on the fields to fetch both if this was intentional.";

    public IReadOnlyList<FieldNode> Nodes => [.. Left, .. Right];

    /// <summary>Null where the two fields differ in nothing themselves.</summary>
    /// <param name="shapeOnly">Whether no object has both, so that only their shapes must agree.</param>
    public static MergeConflict? Between(SelectedField left, SelectedField right, bool shapeOnly)
    {
        if (!shapeOnly && left.Node.Name.Value != right.Node.Name.Value)
            return Of(left, right, $"\"{left.Node.Name.Value}\" and \"{right.Node.Name.Value}\" are different fields");
        if (!shapeOnly && !FieldEquality.HaveSameArguments(left.Node, right.Node))
            return Of(left, right, "they have differing arguments");
        if (left.Definition is { } a && right.Definition is { } b && !FieldEquality.HaveSameShape(a.Type, b.Type))
            return Of(left, right, $"they return conflicting types \"{a.Type}\" and \"{b.Type}\"");
        return null;
    }

    /// <summary>One conflict for two fields whose selections have several.</summary>
    public static MergeConflict Around(SelectedField left, SelectedField right, IReadOnlyList<MergeConflict> inside) => new(
        left.ResponseName,
        ReasonOf(inside),
        NodesOf(left, inside.Select(conflict => conflict.Left)),
        NodesOf(right, inside.Select(conflict => conflict.Right)));

    private static string ReasonOf(IReadOnlyList<MergeConflict> inside)
    {
        var text = new StringBuilder();
        foreach (var conflict in inside)
        {
            text.Append(text.Length == 0 ? "" : " and ").Append($"subfields \"{Cut(conflict.ResponseName)}\" conflict because {conflict.Reason}");
            if (text.Length > MostDetail)
                break;
        }

        return Cut(text.ToString());
    }

    private static string Cut(string text) => text.Length <= MostDetail ? text : string.Concat(text.AsSpan(0, MostDetail), "...");

    // Where there is room for a part of a conflict alone, its deeper fields say more than those around them.
    private static List<FieldNode> NodesOf(SelectedField field, IEnumerable<IReadOnlyList<FieldNode>> inside)
    {
        var nodes = new List<FieldNode> { field.Node };
        foreach (var side in inside)
            nodes.AddRange(side.TakeLast(MostNodes - nodes.Count));
        return nodes;
    }

    private static MergeConflict Of(SelectedField left, SelectedField right, string reason) => new(left.ResponseName, reason, [left.Node], [right.Node]);
}
