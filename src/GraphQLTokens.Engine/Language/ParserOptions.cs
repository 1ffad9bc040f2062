namespace GraphQLTokens.Engine.Language;

/// <summary>Bounds that the parser keeps while it reads, so that no document costs more than they allow.</summary>
/// <param name="MaxTokens">The most lexical tokens in a document, punctuators included.</param>
/// <param name="MaxDepth">How deep selection sets, values and types may nest. Every later phase walks no deeper than this.</param>
public sealed record ParserOptions(int MaxTokens = 15_000, int MaxDepth = 200)
{
    public static ParserOptions Default { get; } = new();
}
