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
    [InlineData("extend type T", "Unexpected <EOF>.", 1, 14)]
    [InlineData("extend schema", "Unexpected <EOF>.", 1, 14)]
    [InlineData("extend directive @a on FIELD", "Unexpected Name \"directive\".", 1, 8)]
    [InlineData("schema { }", "Expected Name, found \"}\".", 1, 10)]
    [InlineData("schema { quary: Q }", "Unexpected Name \"quary\".", 1, 10)]
    [InlineData("enum E { true }", "Name \"true\" is reserved and cannot be used for an enum value.", 1, 10)]
    [InlineData("directive @a on FIELD | NOWHERE", "Unexpected Name \"NOWHERE\".", 1, 25)]
    [InlineData("directive @a on Field", "Unexpected Name \"Field\".", 1, 17)]
    [InlineData("type T implements A B { a: Int }", "Unexpected Name \"B\".", 1, 21)]
    [InlineData("type T @a(b: $c)", "Unexpected variable \"$c\" in constant value.", 1, 14)]
    [InlineData("{ a(b: \"\"\"x\"\"\" \"\"\"y\"\"\") }", "Expected Name, found BlockString \"y\".", 1, 16)]
    public void Names_what_is_wrong_and_where(string text, string message, int line, int column)
    {
        var error = Assert.Throws<SyntaxException>(() => Parser.Parse(text)).Error;
        Assert.Equal(("Syntax Error: " + message, ErrorCodes.ParseFailed), (error.Message, error.Code));
        Assert.Equal([new SourceLocation(line, column)], error.Locations);
    }

    [Fact]
    public void Refuses_what_follows_a_value_or_a_type()
    {
        Assert.Equal("Syntax Error: Expected <EOF>, found Int \"2\".", Assert.Throws<SyntaxException>(() => Parser.ParseValue(new SourceText("1 2"))).Message);
        Assert.Equal("Syntax Error: Expected <EOF>, found \"!\".", Assert.Throws<SyntaxException>(() => Parser.ParseType(new SourceText("A!!"))).Message);
        Assert.Equal("Syntax Error: Unexpected variable \"$a\" in constant value.", Assert.Throws<SyntaxException>(() => Parser.ParseConstValue(new SourceText("[$a]"))).Message);
    }
}
