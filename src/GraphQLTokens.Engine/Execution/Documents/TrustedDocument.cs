using GraphQLTokens.Engine.Language;

namespace GraphQLTokens.Engine.Execution.Documents;

/// <summary>A document that whoever runs the service has put there, and the name that clients call it by. It answers to the SHA-256 of its text too.</summary>
/// <param name="Id">
/// An identifier as of GraphQL over HTTP, appendix "Persisted Documents": <c>sha256:</c> and the hash of the text, an application's own prefix <c>x-…:</c>, or a name of
/// letters, digits and <c>-._~</c>.
/// </param>
/// <param name="Source">The text, and where it stands: the place that faults are told by.</param>
public sealed record TrustedDocument(string Id, SourceText Source);
