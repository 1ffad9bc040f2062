using System.Globalization;
using System.Text;

namespace GraphQLTokens.Engine.Errors;

/// <summary>
/// The place in a response that an error belongs to: response names and list indices from the root down (section 7.1.4).
/// A linked list from the leaf up, so that a path costs nothing until an error asks for it.
/// </summary>
public sealed class ResponsePath
{
    private ResponsePath(ResponsePath? parent, string? name, int index)
    {
        Parent = parent;
        Name = name;
        Index = index;
    }

    /// <summary>The enclosing position; null where this one lies directly in `data`.</summary>
    public ResponsePath? Parent { get; }

    /// <summary>The response name (alias, or field name); null where this segment is a list index.</summary>
    public string? Name { get; }

    /// <summary>The list index, from 0; meaningless where <see cref="Name"/> is set.</summary>
    public int Index { get; }

    /// <summary>The path of a field of the object at <paramref name="parent"/>.</summary>
    public static ResponsePath Field(ResponsePath? parent, string responseName) => new(parent, responseName, 0);

    /// <summary>The path of an item of the list at <paramref name="parent"/>.</summary>
    public static ResponsePath Item(ResponsePath? parent, int index) => new(parent, null, index);

    /// <summary>The segments from the root down: each a <see cref="string"/> or an <see cref="int"/>.</summary>
    public IReadOnlyList<object> ToSegments()
    {
        var segments = new Stack<object>();
        for (var at = this; at is not null; at = at.Parent)
            segments.Push(at.Name is { } name ? name : at.Index);
        return [.. segments];
    }

    /// <summary>The path as people write it, e.g. <c>apiTokens.nodes[3].name</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var segment in ToSegments())
        {
            if (segment is int index)
                text.Append(CultureInfo.InvariantCulture, $"[{index}]");
            else
                text.Append(text.Length == 0 ? "" : ".").Append(segment);
        }

        return text.ToString();
    }
}
