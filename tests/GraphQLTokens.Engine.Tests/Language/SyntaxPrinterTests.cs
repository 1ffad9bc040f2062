using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Tests.Language;

public sealed class SyntaxPrinterTests
{
    [Theory]
    [InlineData("{a,b}", "{\n  a\n  b\n}")]
    [InlineData("query{a}", "{\n  a\n}")]
    [InlineData("query@d{a}", "query @d {\n  a\n}")]
    [InlineData("query($a:Int){a}", "query ($a: Int) {\n  a\n}")]
    [InlineData("\"d\" query{a}", "\"d\"\nquery {\n  a\n}")]
    [InlineData("mutation{a} subscription S{b}", "mutation {\n  a\n}\n\nsubscription S {\n  b\n}")]
    [InlineData("query Q($a:Int=1@d,$b:[T!]!){a}", "query Q($a: Int = 1 @d, $b: [T!]!) {\n  a\n}")]
    [InlineData("query Q(\"d\"$a:Int,$b:T){a}", "query Q(\n\"d\"\n$a: Int\n$b: T\n) {\n  a\n}")]
    [InlineData("{x:a(b:1,c:{d:[$e,null]})@f(g:H){i}}", "{\n  x: a(b: 1, c: {d: [$e, null]}) @f(g: H) {\n    i\n  }\n}")]
    [InlineData("{...F@d...on T@d{a}...@d{a}...{a}}", "{\n  ...F @d\n  ... on T @d {\n    a\n  }\n  ... @d {\n    a\n  }\n  ... {\n    a\n  }\n}")]
    [InlineData("fragment F on T@d{a}", "fragment F on T @d {\n  a\n}")]
    [InlineData("{a(b:\"\"\"x\ny\"\"\")}", "{\n  a(b: \"\"\"\n  x\n  y\n  \"\"\")\n}")]
    [InlineData("{a(b:{} c:[])}", "{\n  a(b: {}, c: [])\n}")]
    public void Writes_operations(string text, string printed) => AssertPrints(text, printed);

    [Theory]
    [InlineData("type T", "type T")]
    [InlineData("type T implements&A&B@d{a(b:Int=1@d):C@d}", "type T implements A & B @d {\n  a(b: Int = 1 @d): C @d\n}")]
    [InlineData("type T{a(\"d\"b:Int c:Int):C}", "type T {\n  a(\n    \"d\"\n    b: Int\n    c: Int\n  ): C\n}")]
    [InlineData("extend interface I implements J", "extend interface I implements J")]
    [InlineData("union U=|A|B extend union U@d", "union U = A | B\n\nextend union U @d")]
    [InlineData("enum E{\"\"\"d\"\"\"A@d B}", "enum E {\n  \"\"\"d\"\"\"\n  A @d\n  B\n}")]
    [InlineData("input I{a:Int=1@d}", "input I {\n  a: Int = 1 @d\n}")]
    [InlineData("\"s\"schema@d{query:Q}extend schema@d", "\"s\"\nschema @d {\n  query: Q\n}\n\nextend schema @d")]
    [InlineData("scalar S@specifiedBy(url:\"u\")", "scalar S @specifiedBy(url: \"u\")")]
    [InlineData("directive@d(\"x\"a:Int)repeatable on|FIELD|QUERY", "directive @d(\n  \"x\"\n  a: Int\n) repeatable on FIELD | QUERY")]
    [InlineData("directive@d(a:Int,b:Int)on FIELD", "directive @d(a: Int, b: Int) on FIELD")]
    public void Writes_type_systems(string text, string printed) => AssertPrints(text, printed);

    [Theory]
    [InlineData("type T query{a}", "type T\n\nquery {\n  a\n}")]
    [InlineData("extend interface I@d query{a}", "extend interface I @d\n\nquery {\n  a\n}")]
    [InlineData("extend schema@d query{a}{b}", "extend schema @d\n\nquery {\n  a\n}\n\n{\n  b\n}")]
    [InlineData("enum E input I query{a}", "enum E\n\ninput I\n\nquery {\n  a\n}")]
    [InlineData("scalar S{a}", "scalar S\n\n{\n  a\n}")]
    [InlineData("type T{a:A}{a}", "type T {\n  a: A\n}\n\n{\n  a\n}")]
    [InlineData("interface I{a:A}{a}", "interface I {\n  a: A\n}\n\n{\n  a\n}")]
    [InlineData("enum E query{a}", "enum E\n\nquery {\n  a\n}")]
    [InlineData("enum E{A}{a}", "enum E {\n  A\n}\n\n{\n  a\n}")]
    [InlineData("input I{a:A}{a}", "input I {\n  a: A\n}\n\n{\n  a\n}")]
    public void Keeps_the_braces_of_an_operation_from_a_definition_that_has_none(string text, string printed) => AssertPrints(text, printed);

    [Fact]
    public void Gives_arguments_lines_of_their_own_past_eighty_columns()
    {
        var value = new string('x', 80 - "abc(d: E, f: )".Length);
        AssertPrints($"{{ g {{ abc(d: E, f: {value}) }} }}", $"{{\n  g {{\n    abc(d: E, f: {value})\n  }}\n}}");
        AssertPrints($"{{ g {{ abc(d: E, f: {value}x) {{ h }} }} }}", $"{{\n  g {{\n    abc(\n      d: E\n      f: {value}x\n    ) {{\n      h\n    }}\n  }}\n}}");
    }

    [Fact]
    public void Leaves_a_long_name_without_arguments_on_its_line()
    {
        var name = new string('x', 81);
        AssertPrints($"{{{name}}}", $"{{\n  {name}\n}}");
    }

    [Fact]
    public void Measures_a_block_string_without_its_indentation()
    {
        var value = new string('x', 80 - "abc(d: \"\"\"\n\ny\n\"\"\")".Length);
        AssertPrints($"{{ abc(d: \"\"\"{value}\ny\"\"\") }}", $"{{\n  abc(d: \"\"\"\n  {value}\n  y\n  \"\"\")\n}}");
        AssertPrints($"{{ abc(d: \"\"\"{value}x\ny\"\"\") }}", $"{{\n  abc(\n    d: \"\"\"\n    {value}x\n    y\n    \"\"\"\n  )\n}}");
    }

    [Fact]
    public void Writes_parts_alone()
    {
        Assert.Equal("{\n  a\n}", SyntaxPrinter.Print(((OperationDefinitionNode)Parser.Parse("query Q { a }").Definitions[0]).SelectionSet));
        Assert.Equal("[ID!]!", SyntaxPrinter.Print(Parser.ParseType(new SourceText("[ID!]!"))));
        Assert.Equal("{a: [1, 2.0, \"\\n\", $v]}", SyntaxPrinter.Print(Parser.ParseValue(new SourceText("{a:[1 2.0 \"\\n\" $v]}"))));
    }

    [Fact]
    public void Every_kind_reads_back_as_the_same_tree()
    {
        var document = Parser.Parse(EveryKind.Text);
        Assert.True(SyntaxComparer.DeepEquals(document, Parser.Parse(SyntaxPrinter.Print(document))));
    }

    private static void AssertPrints(string text, string printed)
    {
        Assert.Equal(printed, SyntaxPrinter.Print(Parser.Parse(text)));
        Assert.Equal(printed, SyntaxPrinter.Print(Parser.Parse(printed)));
    }
}
