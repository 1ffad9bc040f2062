using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.Coercion;

/// <summary>
/// The coerced arguments of a field or directive (section 6.4.1), or a coerced input object (section 3.10): one slot for each
/// definition, in the order of the schema. A value is what its type coerces to: what <see cref="Scalars.Scalar"/> made of it, an enum
/// value's name as <see cref="string"/>, an <c>object?[]</c> for a list, an <see cref="InputValues"/> for an input object, or null.
/// </summary>
public sealed class InputValues(NamedList<InputValueDefinition> definitions, object?[] slots)
{
    /// <summary>What a slot holds when nothing was given and the definition has no default.</summary>
    public static readonly object Absent = new AbsentValue();

    public static InputValues Empty { get; } = new(NamedList<InputValueDefinition>.Empty, []);

    public NamedList<InputValueDefinition> Definitions { get; } = definitions;

    /// <summary>The raw slot: a value, or <see cref="Absent"/>.</summary>
    public object? this[int index] => slots[index];

    /// <summary>The value of that name, or null where it is absent. <see cref="TryGet"/> tells null from absent.</summary>
    public object? this[string name] => TryGet(name, out var value) ? value : null;

    /// <summary>True where the value was given, or has a default; null may have been given.</summary>
    public bool TryGet(string name, out object? value)
    {
        var index = Definitions.IndexOf(name);
        value = index < 0 ? Absent : slots[index];
        if (!ReferenceEquals(value, Absent))
            return true;
        value = null;
        return false;
    }

    private sealed class AbsentValue
    {
        public override string ToString() => "(absent)";
    }
}
