using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.Scalars;

/// <summary>The five scalars that every schema has (section 3.5).</summary>
public static class BuiltInScalars
{
    public static ScalarType Int { get; } = BuiltIn(
        new IntScalar(), "A whole number between -2^31 and 2^31 - 1.");

    public static ScalarType Float { get; } = BuiltIn(
        new FloatScalar(), "A double-precision number as IEEE 754 defines it.");

    public static ScalarType String { get; } = BuiltIn(
        new StringScalar(), "Text: a sequence of Unicode code points.");

    public static ScalarType Boolean { get; } = BuiltIn(
        new BooleanScalar(), "`true` or `false`.");

    public static ScalarType Id { get; } = BuiltIn(
        new IdScalar(), "A unique identifier: opaque text, though a whole number is accepted as input.");

    public static IReadOnlyList<ScalarType> All { get; } = [Int, Float, String, Boolean, Id];

    private static ScalarType BuiltIn(Scalar coercion, string description) => new(coercion.Name, description, coercion) { IsBuiltIn = true };
}
