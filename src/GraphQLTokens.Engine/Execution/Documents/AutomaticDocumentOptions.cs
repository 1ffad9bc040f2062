namespace GraphQLTokens.Engine.Execution.Documents;

/// <summary>How many documents clients may leave behind by automatic persisted queries, on this node and until it stops.</summary>
/// <exception cref="ArgumentOutOfRangeException">A bound is below 1.</exception>
public sealed record AutomaticDocumentOptions
{
    private static readonly object Anybody = new();

    /// <summary>The most documents, of all callers together.</summary>
    public int MaxDocuments { get; init => field = AtLeastOne(value); } = 1_000;

    /// <summary>The most text of all of them together, in UTF-16 code units. A document longer than a sixteenth of it is executed, and never kept.</summary>
    public int MaxCharacters { get; init => field = AtLeastOne(value); } = 2_000_000;

    /// <summary>
    /// From <see cref="GraphQLRequest.Caller"/> to what tells callers apart, compared by <see cref="object.Equals(object)"/>: whose share of the store a document
    /// takes. Null for callers that may neither leave documents behind nor name those of others. One share for all, unless told.
    /// </summary>
    public Func<object?, object?> KeyOf { get; init; } = static _ => Anybody;

    private static int AtLeastOne(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return value;
    }
}
