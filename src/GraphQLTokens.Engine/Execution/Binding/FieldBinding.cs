using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Execution.Binding;

/// <summary>A field with its resolver, every directive on it already wrapped around.</summary>
/// <param name="Field">The definition.</param>
/// <param name="QualifiedName"><c>Type.field</c>, for messages.</param>
/// <param name="Resolve">The whole chain.</param>
/// <param name="Property">The value itself, where the field is a property of its parent and nothing stands around it: no context is made for it.</param>
/// <param name="Shape">Which lists and non-nulls are around it.</param>
/// <param name="Leaf">How leaf values are written; null on fields with selections.</param>
/// <param name="Subscribe">On fields of the subscription root: the chain that opens the source of events. What <paramref name="Resolve"/> gives there is the event itself.</param>
/// <param name="Object">The type of the field's objects; null where the type is abstract or a leaf.</param>
internal sealed record FieldBinding(
    FieldDefinition Field,
    string QualifiedName,
    FieldDelegate Resolve,
    Func<object, object?>? Property,
    FieldDelegate? Subscribe,
    OutputShape Shape,
    LeafSerializer? Leaf,
    ObjectBinding? Object);
