using GraphQLTokens.Engine.Language;

namespace GraphQLTokens.Engine.Tests.Language;

public sealed class SyntaxComparerTests
{
    [Fact]
    public void Places_and_ignored_text_do_not_count() =>
        Assert.True(SyntaxComparer.DeepEquals(Parser.Parse(EveryKind.Text), Parser.Parse("# again\n" + EveryKind.Text.Replace(" ", " , ", StringComparison.Ordinal))));

    [Fact]
    public void Every_token_counts()
    {
        var document = Parser.Parse(EveryKind.Text);
        var lexer = new Lexer(new SourceText(EveryKind.Text));
        var compared = 0;
        for (lexer.Advance(); lexer.Kind != TokenKind.EndOfFile; lexer.Advance())
        {
            if (lexer.Kind is not (TokenKind.Name or TokenKind.Int or TokenKind.Float or TokenKind.String or TokenKind.BlockString or TokenKind.Bang))
                continue;
            foreach (var other in new[] { "", "other", "0", "\"other\"", "QUERY", "mutation", "0.5", "false" })
            {
                if (other == lexer.Text.ToString() || !TryParse(EveryKind.Text[..lexer.Start] + other + EveryKind.Text[lexer.End..], out var changed))
                    continue;
                Assert.False(SyntaxComparer.DeepEquals(document, changed), $"'{other}' in place of '{lexer.Text}' at {lexer.Start}");
                compared++;
            }
        }

        Assert.True(compared > 200, $"only {compared} documents were compared");
    }

    [Fact]
    public void Lists_compare_in_order()
    {
        Assert.False(SyntaxComparer.DeepEquals(Parser.Parse("{ a b }"), Parser.Parse("{ b a }")));
        Assert.False(SyntaxComparer.DeepEquals(Parser.Parse("{ a }"), Parser.Parse("{ a a }")));
    }

    [Fact]
    public void Nothing_equals_only_nothing()
    {
        Assert.True(SyntaxComparer.DeepEquals(null, null));
        Assert.False(SyntaxComparer.DeepEquals(Parser.Parse("{ a }"), null));
        Assert.False(SyntaxComparer.DeepEquals(null, Parser.Parse("{ a }")));
    }

    private static bool TryParse(string text, out Engine.Language.Tree.DocumentNode? document)
    {
        try
        {
            document = Parser.Parse(text);
            return true;
        }
        catch (SyntaxException)
        {
            document = null;
            return false;
        }
    }
}
