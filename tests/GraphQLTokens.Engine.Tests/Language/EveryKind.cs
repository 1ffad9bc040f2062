namespace GraphQLTokens.Engine.Tests.Language;

/// <summary>A document with a node of every kind, and every optional part at least once.</summary>
internal static class EveryKind
{
    public const string Text = """"
        "operation" query Q("variable" $v: [Int!]! = 1 @d, $w: T) @d(a: $v) {
          alias: field(int: 1, float: -2.5, string: "s", block: """b""", yes: true, none: null, name: E, list: [1 $v], object: {a: {b: $w}}) @d { id }
          ...F @d
          ... on T @d { id }
          ... { id }
        }
        mutation { a }
        subscription S { a }
        "fragment" fragment F on T @d { id }
        "schema" schema @d { query: Query mutation: M }
        extend schema @d { subscription: S }
        "scalar" scalar S @d
        extend scalar S @d
        "type" type T implements I & J @d { "field" f("argument" a: Int = 1 @d, b: [S]): S! @d g: S }
        extend type T implements K @d { h: S }
        "interface" interface I implements J @d { f: S }
        extend interface I implements K @d { g: S }
        "union" union U @d = A | B
        extend union U @d = C
        "enum" enum E @d { "value" A @d B }
        extend enum E @d { C }
        "input" input N @d { "field" a: Int = 1 @d b: E }
        extend input N @d { c: Int }
        "directive" directive @d("argument" a: Int = 1 @d) repeatable on QUERY | FIELD
        directive @e on QUERY
        """";
}
