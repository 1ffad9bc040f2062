namespace GraphQLTokens.Engine.Language;

/// <summary>Bounds that the parser keeps while it reads, so that no document costs more than they allow.</summary>
/// <param name="MaxTokens">The most lexical tokens in a document, punctuators included; at least 1.</param>
/// <param name="MaxDepth">
/// How deep selection sets, values and list types may nest, counted together; 1 to <see cref="DeepestAllowed"/>. Every later phase walks no deeper than this.
/// </param>
/// <exception cref="ArgumentOutOfRangeException">A bound lies outside its range.</exception>
public sealed record ParserOptions(int MaxTokens = 15_000, int MaxDepth = 200)
{
    /// <summary>What recursion over the tree bears on the smallest stack in use, 1.5 MB for the pool's threads, with room to spare.</summary>
    public const int DeepestAllowed = 1_000;

    public int MaxTokens { get; init => field = InRange(value, int.MaxValue, nameof(MaxTokens)); } = InRange(MaxTokens, int.MaxValue, nameof(MaxTokens));

    public int MaxDepth { get; init => field = InRange(value, DeepestAllowed, nameof(MaxDepth)); } = InRange(MaxDepth, DeepestAllowed, nameof(MaxDepth));

    public static ParserOptions Default { get; } = new();

    private static int InRange(int value, int most, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
        return value;
    }
}
