using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Language;

/// <summary>The lists that a parser has begun, one upon the other in a single rented array, until each is known whole and copied out once.</summary>
internal struct NodeStack
{
    private Slot[] _slots = ArrayPool<Slot>.Shared.Rent(64);
    private int _count;

    public NodeStack()
    {
    }

    /// <summary>Where a list begins; what <see cref="Pop{T}"/> goes back to.</summary>
    public readonly int Mark => _count;

    public void Push(SyntaxNode node)
    {
        if (_count == _slots.Length)
            Grow();
        _slots[_count++].Node = node;
    }

    /// <summary>Takes what was pushed since <paramref name="mark"/>; all of it must be <typeparamref name="T"/>.</summary>
    public ImmutableArray<T> Pop<T>(int mark)
        where T : SyntaxNode
    {
        var items = new T[_count - mark];

        // A slot is one reference, laid out as an element of the new array: one block copy instead of a type check for each store.
        var target = MemoryMarshal.CreateSpan(ref Unsafe.As<T, Slot>(ref MemoryMarshal.GetArrayDataReference(items)), items.Length);
        _slots.AsSpan(mark, items.Length).CopyTo(target);
        _count = mark;
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    /// <summary>Gives the array back, emptied so that it keeps no tree alive.</summary>
    public readonly void Return() => ArrayPool<Slot>.Shared.Return(_slots, clearArray: true);

    private void Grow()
    {
        var larger = ArrayPool<Slot>.Shared.Rent(2 * _slots.Length);
        _slots.CopyTo(larger, 0);
        Return();
        _slots = larger;
    }

    /// <summary>A struct, so that storing into the array needs no check of its element type.</summary>
    private struct Slot
    {
        public SyntaxNode Node;
    }
}
