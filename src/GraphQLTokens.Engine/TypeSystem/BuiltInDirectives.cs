namespace GraphQLTokens.Engine.TypeSystem;

/// <summary>The directives that every schema has without declaring them (section 3.13).</summary>
public static class BuiltInDirectives
{
    public const string Skip = "skip";
    public const string Include = "include";
    public const string Deprecated = "deprecated";
    public const string SpecifiedBy = "specifiedBy";
    public const string OneOf = "oneOf";

    /// <summary>What <c>@deprecated</c> says when it gives no reason (section 3.13.3).</summary>
    public const string DefaultDeprecationReason = "No longer supported";

    // In the order of the reference implementation, which introspection shows.
    internal const string Sdl = $$"""
        "Takes the field or fragment only when the argument is true."
        directive @include("Whether it is taken." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Leaves the field or fragment out when the argument is true."
        directive @skip("Whether it is left out." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Marks an element of the schema as no longer supported."
        directive @deprecated(
          "Why, and what to use instead, as Markdown."
          reason: String! = "{{DefaultDeprecationReason}}"
        ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE

        "Says where the behaviour of a custom scalar is specified."
        directive @specifiedBy("The address of the specification." url: String!) on SCALAR

        "Exactly one field of the input object must be given, and it must not be null."
        directive @oneOf on INPUT_OBJECT
        """;

    internal static bool Contains(string name) => name is Skip or Include or Deprecated or SpecifiedBy or OneOf;
}
