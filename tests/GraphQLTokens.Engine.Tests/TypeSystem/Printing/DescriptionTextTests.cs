using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Printing;

namespace GraphQLTokens.Engine.Tests.TypeSystem.Printing;

public sealed class DescriptionTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("one line")]
    [InlineData(" one line, indented")]
    [InlineData("two\n  lines")]
    [InlineData("  two\nlines")]
    [InlineData("a\n\nb")]
    [InlineData("ends in \"quotes\"")]
    [InlineData("holds \"\"\" three")]
    [InlineData("ends in \\")]
    public void Writes_a_block_string_that_reads_as_the_same(string description)
    {
        Assert.StartsWith("\"\"\"", DescriptionText.Of(description), StringComparison.Ordinal);
        Assert.Equal(description, Read(DescriptionText.Of(description)));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\n first line blank")]
    [InlineData("last line blank\n\t")]
    [InlineData("  all\n  indented")]
    [InlineData("carriage\rreturn")]
    [InlineData("bell\u0007")]
    [InlineData("form\ffeed")]
    public void Writes_a_quoted_string_where_a_block_string_would_read_as_another(string description)
    {
        Assert.False(DescriptionText.Of(description).StartsWith("\"\"\"", StringComparison.Ordinal));
        Assert.Equal(description, Read(DescriptionText.Of(description)));
    }

    private static string Read(string literal) => Assert.IsType<StringValueNode>(Parser.ParseConstValue(new SourceText(literal))).Value;
}
