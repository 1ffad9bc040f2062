using GraphQLTokens.Engine.Execution.Concurrency;
using GraphQLTokens.Engine.Execution.Documents;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Validation.Limits;
using GraphQLTokens.Engine.Validation.Limits.Cost;

namespace GraphQLTokens.Engine.Execution;

/// <summary>The bounds that a request executor keeps. <c>docs/limits.md</c> says what each guards against.</summary>
public sealed record ExecutionOptions
{
    /// <summary>What the parser lets through.</summary>
    public ParserOptions Parser { get; init; } = ParserOptions.Default;

    /// <summary>How deep selections may nest, fragments counted where they are spread.</summary>
    public int MaxDepth { get; init; } = 100;

    /// <summary>What one operation may ask for.</summary>
    public DocumentLimits Document { get; init; } = new();

    /// <summary>What one operation may cost, and all operations of a batch together.</summary>
    public CostLimits Cost { get; init; } = new();

    /// <summary>The longest `variables`, in bytes of UTF-8 as sent.</summary>
    public int MaxVariablesBytes { get; init; } = 256 * 1024;

    /// <summary>How many operations a caller may have under way; null for no bound. The engine cannot tell callers apart by itself.</summary>
    public CallerConcurrency? Concurrency { get; init; }

    /// <summary>How long an operation may take before it is given up; infinite for no bound.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock that <see cref="Timeout"/> is measured by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The documents that requests may name instead of sending them; none, unless told.</summary>
    public StoredDocumentOptions StoredDocuments { get; init; } = new();

    /// <summary>How much text of parsed documents is kept ready, in UTF-16 code units.</summary>
    public int DocumentCacheCharacters { get; init; } = 4_000_000;
}
