using GraphQLTokens.Engine.Execution.Concurrency;
using GraphQLTokens.Engine.Execution.Documents;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Validation;
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

    /// <summary>What validation may take and tell. Callers to whom the schema is hidden are told less.</summary>
    public ValidationOptions Validation { get; init; } = ValidationOptions.Default;

    /// <summary>What one operation may ask for.</summary>
    public DocumentLimits Document { get; init; } = new();

    /// <summary>What one operation may cost, and all operations of a batch together.</summary>
    public CostLimits Cost { get; init; } = new();

    /// <summary>The longest `variables`, in bytes of UTF-8 as sent.</summary>
    public int MaxVariablesBytes { get; init; } = 256 * 1024;

    /// <summary>
    /// How much one response may hold, in bytes of UTF-8: names, values and errors, counted while it is made and before JSON's escapes. What is beyond is given up
    /// at once, so that it also bounds what a response takes of memory.
    /// </summary>
    public int MaxResponseBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How many operations a caller may have under way; null for no bound. The engine cannot tell callers apart by itself.</summary>
    public CallerConcurrency? Concurrency { get; init; }

    /// <summary>How many streams a caller may have open, over all its connections; null for no bound.</summary>
    public CallerConcurrency? Streams { get; init; }

    /// <summary>How long an operation may take before it is given up; infinite for no bound.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock that <see cref="Timeout"/> is measured by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The documents that requests may name instead of sending them; none, unless told.</summary>
    public StoredDocumentOptions StoredDocuments { get; init; } = new();

    /// <summary>How much memory the documents that are kept ready may take, parsed and planned, in bytes by estimate.</summary>
    public long DocumentCacheBytes { get; init; } = 64 * 1024 * 1024;
}
