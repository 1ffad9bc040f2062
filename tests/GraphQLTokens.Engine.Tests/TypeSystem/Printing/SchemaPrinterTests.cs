using GraphQLTokens.Engine.TypeSystem.Printing;

namespace GraphQLTokens.Engine.Tests.TypeSystem.Printing;

public sealed class SchemaPrinterTests
{
    private const string Policy = """
        "The policy."
        schema @policy(level: 2) {
          query: Query
        }

        "A rule."
        directive @policy(
          "How much."
          level: Int = 1

          tags: [String!]
        ) repeatable on SCHEMA | SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INTERFACE | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION

        scalar Time @policy @specifiedBy(url: "https://example.org/time")

        interface Node @policy {
          id: ID!
        }

        type Query implements Node @policy(tags: ["a", "b"]) @policy {
          id: ID! @deprecated @policy(level: 3)
          a(x: Int = 1 @policy): Time
        }

        union U @policy = Query

        enum Mode @policy {
          A @policy
        }

        input In @policy @oneOf {
          a: Int @policy @deprecated(reason: "gone")
        }
        """;

    [Fact]
    public void Prints_every_directive_where_asked_to()
    {
        var sdl = Policy.Replace("""  id: ID!""" + "\n}", "  id: ID! @deprecated\n}", StringComparison.Ordinal);
        var expected = sdl.Replace("\"The policy.\"", "\"\"\"The policy.\"\"\"", StringComparison.Ordinal)
            .Replace("\"A rule.\"", "\"\"\"A rule.\"\"\"", StringComparison.Ordinal)
            .Replace("\"How much.\"", "\"\"\"How much.\"\"\"", StringComparison.Ordinal)
            .Replace("level: Int = 1\n\n", "level: Int = 1\n", StringComparison.Ordinal);

        Assert.Equal(expected, SchemaPrinter.Print(SchemaLoader.Load(sdl), new() { IncludeAppliedDirectives = true }));
    }

    [Fact]
    public void Prints_only_what_introspection_sees_otherwise()
    {
        var printed = SchemaPrinter.Print(SchemaLoader.Load("""
            directive @policy on OBJECT | FIELD_DEFINITION | ENUM_VALUE | SCALAR
            type Query @policy { a(x: Int @deprecated): S @deprecated(reason: "gone") @policy }
            enum E { A @policy B @deprecated }
            scalar S @policy @specifiedBy(url: "u")
            """));

        Assert.Equal("""
            directive @policy on OBJECT | FIELD_DEFINITION | ENUM_VALUE | SCALAR

            type Query {
              a(x: Int @deprecated): S @deprecated(reason: "gone")
            }

            enum E {
              A
              B @deprecated
            }

            scalar S @specifiedBy(url: "u")
            """, printed);
    }

    [Theory]
    [InlineData("schema { query: Query } type Query { a: Int } type Mutation { a: Int }")]
    [InlineData("schema { query: Query } type Query { a: Int } type Subscription { a: Int }")]
    public void Keeps_a_type_from_becoming_a_root_by_its_name_where_every_directive_is_printed(string sdl) =>
        Assert.StartsWith("schema {\n  query: Query\n}\n", SchemaPrinter.Print(SchemaLoader.Load(sdl), new() { IncludeAppliedDirectives = true }), StringComparison.Ordinal);

    [Theory]
    [InlineData("type Query { a(\"\" x: Int y: Int): Int }", "a(x: Int, y: Int): Int")]
    [InlineData("type Query { a(\"\" x: Int \"d\" y: Int): Int }", "a(\n    \"\"\"\"\"\"\n    x: Int\n\n    \"\"\"d\"\"\"\n    y: Int\n  ): Int")]
    public void Gives_arguments_lines_of_their_own_where_one_has_something_to_say(string sdl, string field) =>
        Assert.Equal($"type Query {{\n  {field}\n}}", SchemaPrinter.Print(SchemaLoader.Load(sdl)));
}
