namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>What a response may be written as (GraphQL over HTTP, "Media Types").</summary>
internal enum ResponseMediaType
{
    /// <summary><c>application/json</c>: what clients knew before the specification, with status 200 for every well-formed request.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>: the status tells how the request went.</summary>
    GraphQLResponse,
}
