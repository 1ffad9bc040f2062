using BenchmarkDotNet.Attributes;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Bench.Benches;

/// <summary>A document of one kilobyte, by the character and by the node.</summary>
public class LanguageBench
{
    private static readonly SourceText Source = new(SchemaUnderTest.Document);

    [Benchmark]
    public int Lex()
    {
        var lexer = new Lexer(Source);
        var tokens = 0;
        do
        {
            lexer.Advance();
            tokens++;
        }
        while (lexer.Kind != TokenKind.EndOfFile);
        return tokens;
    }

    [Benchmark]
    public DocumentNode Parse() => Parser.Parse(Source);
}
