namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>The parameters of a request (GraphQL over HTTP, "GraphQL-over-HTTP Request" and appendix "Persisted Documents"), as a set: which of them were seen.</summary>
[Flags]
internal enum RequestMembers
{
    None = 0,
    Query = 1,
    OperationName = 2,
    Variables = 4,
    Extensions = 8,
    DocumentId = 16,
}
