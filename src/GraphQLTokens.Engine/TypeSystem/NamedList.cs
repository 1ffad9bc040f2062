using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace GraphQLTokens.Engine.TypeSystem;

/// <summary>Anything of the type system that is found by its name.</summary>
public interface INamed
{
    string Name { get; }
}

/// <summary>Definitions in the order of the schema, found by name (ordinal) or by position. Immutable.</summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "It is a list.")]
public sealed class NamedList<T> : IReadOnlyList<T>
    where T : class, INamed
{
    private readonly T[] items;
    private readonly Dictionary<string, int> indices;

    /// <exception cref="ArgumentException">Two items share a name.</exception>
    public NamedList(IEnumerable<T> items)
    {
        this.items = [.. items];
        indices = new Dictionary<string, int>(this.items.Length, StringComparer.Ordinal);
        for (var index = 0; index < this.items.Length; index++)
            indices.Add(this.items[index].Name, index);
    }

    public static NamedList<T> Empty { get; } = new([]);

    public int Count => items.Length;

    public T this[int index] => items[index];

    /// <exception cref="KeyNotFoundException">No item has that name.</exception>
    public T this[string name] => items[indices[name]];

    public bool TryGet(string name, [NotNullWhen(true)] out T? item)
    {
        item = indices.TryGetValue(name, out var index) ? items[index] : null;
        return item is not null;
    }

    /// <summary>The position of the item of that name, or -1.</summary>
    public int IndexOf(string name) => indices.TryGetValue(name, out var index) ? index : -1;

    public bool Contains(string name) => indices.ContainsKey(name);

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
