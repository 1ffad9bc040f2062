using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Tests.Language;

public sealed class BlockStringTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("  a ", "  a ")]
    [InlineData("   ", "")]
    [InlineData("\n\n \t\n", "")]
    [InlineData("\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n  ", "Hello,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("  first stays\n    rest goes\n     back", "  first stays\nrest goes\n back")]
    [InlineData("\n\ta\n \tb", "a\n\tb")]
    [InlineData("\n    a\n  \n    b", "a\n\nb")]
    [InlineData("\na  \n\n", "a  ")]
    [InlineData("a\rb\r\nc\nd", "a\nb\nc\nd")]
    [InlineData("\n a\u2028 b\u0085 c\n", "a\u2028 b\u0085 c")]
    [InlineData("\\n \\u00e9 \"\" \\\"\"\"", "\\n \\u00e9 \"\" \"\"\"")]
    public void Takes_common_indentation_and_blank_ends_away(string written, string value) => Assert.Equal(value, Read($"\"\"\"{written}\"\"\""));

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("  a", "  a")]
    [InlineData("a\nb", "\na\nb\n")]
    [InlineData("a\n b", "\na\n b\n")]
    [InlineData("a\n\n b", "\na\n\n b\n")]
    [InlineData("say \"hi\"", "\nsay \"hi\"\n")]
    [InlineData(" lead \"hi\"", " lead \"hi\"\n")]
    [InlineData("\ttab \"hi\"", "\ttab \"hi\"\n")]
    [InlineData(" lead\nall", "\n lead\nall\n")]
    [InlineData("\"\"\"\"", "\n\\\"\"\"\"\n")]
    [InlineData("a\\", "\na\\\n")]
    [InlineData("a\"\"\"b", "a\\\"\"\"b")]
    [InlineData("ab\"\"\"", "\nab\\\"\"\"\n")]
    public void Prints_values_that_read_back(string value, string written)
    {
        Assert.Equal($"\"\"\"{written}\"\"\"", BlockString.Print(value));
        Assert.Equal(value, Read($"\"\"\"{written}\"\"\""));
    }

    [Fact]
    public void Breaks_lines_past_seventy_columns()
    {
        var seventy = new string('x', 70);
        Assert.Equal($"\"\"\"{seventy}\"\"\"", BlockString.Print(seventy));
        Assert.Equal($"\"\"\"\n{seventy}x\n\"\"\"", BlockString.Print(seventy + 'x'));
    }

    private static string Read(string literal)
    {
        var value = Assert.IsType<StringValueNode>(Parser.ParseConstValue(new SourceText(literal)));
        Assert.True(value.IsBlock);
        return value.Value;
    }
}
