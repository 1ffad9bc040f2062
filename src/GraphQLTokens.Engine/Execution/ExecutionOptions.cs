using GraphQLTokens.Engine.Language;

namespace GraphQLTokens.Engine.Execution;

/// <summary>The bounds that a request executor keeps.</summary>
public sealed record ExecutionOptions
{
    /// <summary>What the parser lets through.</summary>
    public ParserOptions Parser { get; init; } = ParserOptions.Default;

    /// <summary>How deep selections may nest, fragments counted where they are spread.</summary>
    public int MaxDepth { get; init; } = 100;

    /// <summary>How long an operation may take before it is given up; infinite for no bound.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock that <see cref="Timeout"/> is measured by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How much text of parsed documents is kept ready, in UTF-16 code units.</summary>
    public int DocumentCacheCharacters { get; init; } = 4_000_000;
}
