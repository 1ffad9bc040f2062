using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Tests.Language;

public sealed class ParserTests
{
    [Fact]
    public void Places_nodes_from_their_first_token_to_the_end_of_their_last()
    {
        var source = new SourceText("  query Q { a: b(c: [1]) # end\n }\n");
        var document = Parser.Parse(source);
        var operation = Assert.IsType<OperationDefinitionNode>(Assert.Single(document.Definitions));
        var field = Assert.IsType<FieldNode>(Assert.Single(operation.SelectionSet.Selections));

        Assert.Equal(new Location(source, 0, source.Text.Length), document.Location);
        Assert.Equal(new Location(source, 2, 33), operation.Location);
        Assert.Equal(new Location(source, 12, 24), field.Location);
        Assert.Equal(new SourceLocation(1, 16), field.Name.Location.ToSourceLocation());
    }

    [Fact]
    public void Describes_operations_variables_and_fragments()
    {
        var document = Parser.Parse("\"Q\" query Q(\"\"\"V\"\"\" $v: Int = 1 @d) { a } \"F\" fragment F on T { a }");
        var operation = (OperationDefinitionNode)document.Definitions[0];
        var fragment = (FragmentDefinitionNode)document.Definitions[1];

        Assert.Equal("Q", operation.Description?.Value);
        Assert.Equal("V", operation.VariableDefinitions[0].Description?.Value);
        Assert.Equal("F", fragment.Description?.Value);
        Assert.Equal(0, operation.Location.Start);
    }

    [Fact]
    public void Leaves_lists_empty_where_nothing_stands()
    {
        var document = Parser.Parse("{ a } type T");
        var field = (FieldNode)((OperationDefinitionNode)document.Definitions[0]).SelectionSet.Selections[0];
        var type = (ObjectTypeDefinitionNode)document.Definitions[1];

        Assert.Empty(field.Arguments);
        Assert.Empty(field.Directives);
        Assert.Empty(type.Interfaces);
        Assert.Empty(type.Fields);
    }

    [Fact]
    public void Reads_lists_longer_than_its_first_buffer_within_each_other()
    {
        var inner = string.Join(' ', Enumerable.Range(0, 300));
        var list = Assert.IsType<ListValueNode>(Parser.ParseValue(new SourceText($"[{inner} [{inner}] {inner}]")));

        Assert.Equal(601, list.Values.Length);
        Assert.Equal(Enumerable.Range(0, 300), Assert.IsType<ListValueNode>(list.Values[300]).Values.Select(value => int.Parse(((IntValueNode)value).Value, null)));
        Assert.Equal("299", Assert.IsType<IntValueNode>(list.Values[600]).Value);
    }

    [Fact]
    public void Keywords_are_names_where_names_stand()
    {
        foreach (var keyword in new[] { "on", "fragment", "query", "mutation", "subscription", "true", "false", "null", "type", "extend", "implements" })
        {
            var name = keyword == "on" ? "a" : keyword;
            Parser.Parse($"query {keyword}(${keyword}: {keyword}) {{ {keyword}: {keyword}({keyword}: ${keyword}) @{keyword} ...{name} }} fragment {name} on {keyword} {{ {keyword} }}");
            Parser.Parse($"type {keyword} implements {keyword} {{ {keyword}({keyword}: {keyword}): {keyword} }}");
        }
    }

    [Fact]
    public void Reads_values_alone()
    {
        var list = Assert.IsType<ListValueNode>(Parser.ParseValue(new SourceText("[$a {b: E} 1 -0.5 \"s\" true null]")));
        Assert.Equal(
            [SyntaxKind.Variable, SyntaxKind.ObjectValue, SyntaxKind.IntValue, SyntaxKind.FloatValue, SyntaxKind.StringValue, SyntaxKind.BooleanValue, SyntaxKind.NullValue],
            list.Values.Select(value => value.Kind));
    }

    [Fact]
    public void Reads_types_alone() => Assert.Equal("[[ID!]!]!", Parser.ParseType(new SourceText(" [[ID!] !]! ")).ToString());

    [Theory]
    [InlineData("", "Unexpected <EOF>.", 1, 1)]
    [InlineData("{ a", "Expected Name, found <EOF>.", 1, 4)]
    [InlineData("{}", "Expected Name, found \"}\".", 1, 2)]
    [InlineData("{ a(b) }", "Expected \":\", found \")\".", 1, 6)]
    [InlineData("{ a 1.5 }", "Expected Name, found Float \"1.5\".", 1, 5)]
    [InlineData("{ a() }", "Expected Name, found \")\".", 1, 5)]
    [InlineData("query () { a }", "Expected \"$\", found \")\".", 1, 8)]
    [InlineData("query ($a: Int = $b) { a }", "Unexpected variable \"$b\" in constant value.", 1, 18)]
    [InlineData("query ($a: Int = $1) { a }", "Unexpected \"$\".", 1, 18)]
    [InlineData("query ($a: Int!!) { a }", "Expected \"$\", found \"!\".", 1, 16)]
    [InlineData("fragment on on T { a }", "Unexpected Name \"on\".", 1, 10)]
    [InlineData("fragment F T { a }", "Expected \"on\", found Name \"T\".", 1, 12)]
    [InlineData("{ ...on }", "Expected Name, found \"}\".", 1, 9)]
    [InlineData("\"d\" { a }", "Unexpected description, descriptions are not supported on shorthand queries.", 1, 1)]
    [InlineData("\"d\" extend type T @a", "Unexpected description, only GraphQL definitions support descriptions.", 1, 1)]
    [InlineData("\n  nope", "Unexpected Name \"nope\".", 2, 3)]
    [InlineData("type T {}", "Expected Name, found \"}\".", 1, 9)]
    [InlineData("type T { a }", "Expected \":\", found \"}\".", 1, 12)]
    [InlineData("extend directive @a on FIELD", "Unexpected Name \"directive\".", 1, 8)]
    [InlineData("schema @d", "Expected \"{\", found <EOF>.", 1, 10)]
    [InlineData("schema { }", "Expected Name, found \"}\".", 1, 10)]
    [InlineData("schema { quary: Q }", "Unexpected Name \"quary\".", 1, 10)]
    [InlineData("schema { quary ? }", "Unexpected character: \"?\".", 1, 16)]
    [InlineData("enum E { true }", "Name \"true\" is reserved and cannot be used for an enum value.", 1, 10)]
    [InlineData("enum E { A false }", "Name \"false\" is reserved and cannot be used for an enum value.", 1, 12)]
    [InlineData("enum E { \"d\" null }", "Name \"null\" is reserved and cannot be used for an enum value.", 1, 14)]
    [InlineData("directive @a on FIELD | NOWHERE", "Unexpected Name \"NOWHERE\".", 1, 25)]
    [InlineData("directive @a on Field", "Unexpected Name \"Field\".", 1, 17)]
    [InlineData("type T implements A B { a: Int }", "Unexpected Name \"B\".", 1, 21)]
    [InlineData("{ a(b: \"\"\"x\"\"\" \"\"\"y\"\"\") }", "Expected Name, found BlockString \"y\".", 1, 16)]
    public void Names_what_is_wrong_and_where(string text, string message, int line, int column)
    {
        var error = Assert.Throws<SyntaxException>(() => Parser.Parse(text)).Error;
        Assert.Equal(("Syntax Error: " + message, ErrorCodes.ParseFailed), (error.Message, error.Code));
        Assert.Equal([new SourceLocation(line, column)], error.Locations);
    }

    [Theory]
    [InlineData("schema")]
    [InlineData("scalar S")]
    [InlineData("type T")]
    [InlineData("interface I")]
    [InlineData("union U")]
    [InlineData("enum E")]
    [InlineData("input I")]
    public void Refuses_an_extension_that_adds_nothing(string what)
    {
        Parser.Parse($"extend {what} @d");
        Assert.Equal("Syntax Error: Unexpected <EOF>.", Assert.Throws<SyntaxException>(() => Parser.Parse($"extend {what}")).Message);
    }

    [Theory]
    [InlineData("query ($a: Int @d(x: $v)) { a }")]
    [InlineData("schema @d(x: $v) { query: Q }")]
    [InlineData("scalar S @d(x: $v)")]
    [InlineData("type T @d(x: $v)")]
    [InlineData("interface I @d(x: $v)")]
    [InlineData("union U @d(x: $v)")]
    [InlineData("enum E @d(x: $v)")]
    [InlineData("input I @d(x: $v)")]
    [InlineData("type T { a: Int @d(x: $v) }")]
    [InlineData("type T { a(b: Int = [$v]): Int }")]
    [InlineData("input I { a: Int = {b: $v} }")]
    [InlineData("input I { a: Int @d(x: $v) }")]
    [InlineData("enum E { A @d(x: $v) }")]
    [InlineData("directive @a(b: Int @d(x: $v)) on FIELD")]
    [InlineData("extend schema @d(x: $v)")]
    [InlineData("extend scalar S @d(x: $v)")]
    [InlineData("extend type T @d(x: $v)")]
    [InlineData("extend interface I @d(x: $v)")]
    [InlineData("extend union U @d(x: $v)")]
    [InlineData("extend enum E @d(x: $v)")]
    [InlineData("extend input I @d(x: $v)")]
    public void Refuses_variables_where_no_operation_gives_them_a_value(string text)
    {
        var error = Assert.Throws<SyntaxException>(() => Parser.Parse(text)).Error;
        Assert.Equal("Syntax Error: Unexpected variable \"$v\" in constant value.", error.Message);
        Assert.Equal([new SourceLocation(1, text.IndexOf("$v", StringComparison.Ordinal) + 1)], error.Locations);
    }

    [Fact]
    public void Refuses_what_follows_a_value_or_a_type()
    {
        Assert.Equal("Syntax Error: Expected <EOF>, found Int \"2\".", Assert.Throws<SyntaxException>(() => Parser.ParseValue(new SourceText("1 2"))).Message);
        Assert.Equal("Syntax Error: Expected <EOF>, found \"!\".", Assert.Throws<SyntaxException>(() => Parser.ParseType(new SourceText("A!!"))).Message);
        Assert.Equal("Syntax Error: Unexpected variable \"$a\" in constant value.", Assert.Throws<SyntaxException>(() => Parser.ParseConstValue(new SourceText("[$a]"))).Message);
    }
}
