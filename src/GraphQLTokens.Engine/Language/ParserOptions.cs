namespace GraphQLTokens.Engine.Language;

/// <summary>Bounds that the parser keeps while it reads, so that no document costs more than they allow.</summary>
/// <param name="MaxTokens">The most lexical tokens in a document, punctuators included; at least 1.</param>
/// <param name="MaxDepth">
/// How deep selection sets, values and list types may nest, counted together; 1 to <see cref="DeepestAllowed"/>. Every later phase walks no deeper than this.
/// </param>
/// <remarks>See <c>docs/limits.md</c> for what each guards against.</remarks>
/// <exception cref="ArgumentOutOfRangeException">A bound lies outside its range.</exception>
public sealed record ParserOptions(int MaxTokens = 15_000, int MaxDepth = 200)
{
    /// <summary>What recursion over the tree bears on the smallest stack in use, 1.5 MB for the pool's threads, with room to spare.</summary>
    public const int DeepestAllowed = 1_000;

    public int MaxTokens { get; init => field = InRange(value, int.MaxValue, nameof(MaxTokens)); } = InRange(MaxTokens, int.MaxValue, nameof(MaxTokens));

    public int MaxDepth { get; init => field = InRange(value, DeepestAllowed, nameof(MaxDepth)); } = InRange(MaxDepth, DeepestAllowed, nameof(MaxDepth));

    /// <summary>The longest document, in UTF-16 code units, white space and comments included; at least 1. Looked at before anything is read.</summary>
    public int MaxCharacters { get; init => field = InRange(value, int.MaxValue, nameof(MaxCharacters)); } = 100_000;

    /// <summary>The most directives on one node; at least 1. No document that anybody wrote by hand has more than two.</summary>
    public int MaxDirectives { get; init => field = InRange(value, int.MaxValue, nameof(MaxDirectives)); } = 5;

    /// <summary>What a request may hold.</summary>
    public static ParserOptions Default { get; } = new();

    /// <summary>For text that whoever runs the service wrote: no bound on its size. The bound on nesting stays, for the sake of the stack.</summary>
    public static ParserOptions Trusted { get; } = new(MaxTokens: int.MaxValue) { MaxCharacters = int.MaxValue, MaxDirectives = int.MaxValue };

    private static int InRange(int value, int most, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
        return value;
    }
}
