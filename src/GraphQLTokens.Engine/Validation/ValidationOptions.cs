namespace GraphQLTokens.Engine.Validation;

/// <summary>Bounds on the work and the answer of validation, and the one choice between editions.</summary>
/// <param name="MaxErrors">The most errors that are reported, at least 1; one more then says that the rest was not looked for.</param>
/// <param name="MaxSteps">
/// The most steps through fragments, their variables and merged fields: the work that grows faster than the document. A document of 15,000
/// tokens that nobody made to be slow takes some ten thousand; this many take milliseconds.
/// </param>
/// <param name="Suggestions">Whether messages name similar definitions of the schema. Off for callers that may not introspect it.</param>
/// <param name="OperationTypes">
/// Whether a document with an operation that the schema has no root type for is not valid (section 5.2.1.1): a rule that is new in the edition of
/// September 2025. Off, as servers for earlier editions have it, such an operation is found out when it is to be executed: then <c>data</c> is null.
/// </param>
public sealed record ValidationOptions(int MaxErrors = 100, int MaxSteps = 250_000, bool Suggestions = true, bool OperationTypes = true)
{
    public static ValidationOptions Default { get; } = new();
}
