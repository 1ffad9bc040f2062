namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>
/// Which statuses tell how a well-formed request went. Both sets keep every MUST of GraphQL over HTTP; they differ in what it asks for by SHOULD, since clients and
/// audits are older than its first edition.
/// </summary>
public enum HttpStatuses
{
    /// <summary>
    /// What clients know from the drafts, and what the audits of npm <c>graphql-http</c> ask for: 200 where there is data, 400 for a request that is refused, and 200
    /// for that too as <c>application/json</c>.
    /// </summary>
    Established,

    /// <summary>
    /// The first edition: 294 for data beside errors, 400 for what cannot be read and 422 for what is read and refused. Clients that admit <c>application/json</c>
    /// alone are told the same, and a failure reaches them as <c>application/graphql-response+json</c>, so that it cannot be taken for a proxy's.
    /// </summary>
    September2026,
}
