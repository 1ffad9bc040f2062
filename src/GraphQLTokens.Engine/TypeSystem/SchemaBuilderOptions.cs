using GraphQLTokens.Engine.TypeSystem.Scalars;

namespace GraphQLTokens.Engine.TypeSystem;

/// <summary>What a schema's text cannot say, and how strictly it is read.</summary>
public sealed record SchemaBuilderOptions
{
    public static SchemaBuilderOptions Default { get; } = new();

    /// <summary>The meaning of custom scalars, found by <see cref="Scalar.Name"/>.</summary>
    public IReadOnlyList<Scalar> Scalars { get; init; } = [];

    /// <summary>Whether a custom scalar that <see cref="Scalars"/> does not name is an error. Otherwise it becomes an <see cref="OpaqueScalar"/>.</summary>
    public bool RequireScalars { get; init; }

    /// <summary>
    /// Whether directives are read as loosely as the reference implementation reads them: arguments in the schema that do not fit the type that a
    /// custom directive gives them are left absent; a directive's definition may use the directive itself; <c>@skip</c> and <c>@include</c> may be
    /// defined anew in any way; and <c>@oneOf</c> on an extension changes nothing. Off, all of these are errors: a policy that stands in
    /// directives must not lose an argument to a slip of the pen.
    /// </summary>
    public bool LenientDirectives { get; init; }
}
