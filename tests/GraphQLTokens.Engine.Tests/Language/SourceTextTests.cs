using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language;

namespace GraphQLTokens.Engine.Tests.Language;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 2)]
    [InlineData(2, 2, 1)]
    [InlineData(4, 3, 1)]
    [InlineData(6, 3, 3)]
    [InlineData(7, 4, 1)]
    [InlineData(8, 5, 1)]
    [InlineData(9, 5, 2)]
    [InlineData(11, 5, 4)]
    [InlineData(13, 6, 1)]
    public void Counts_each_kind_of_line_end_once(int offset, int line, int column) =>
        Assert.Equal(new SourceLocation(line, column), new SourceText("a\nb\rc\r\n\n\u2028\U0001F600\r\n").LocationOf(offset));
}
