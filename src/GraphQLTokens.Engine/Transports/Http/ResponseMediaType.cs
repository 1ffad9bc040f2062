namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>What a response may be written as (GraphQL over HTTP, "Media Types").</summary>
internal enum ResponseMediaType
{
    /// <summary><c>application/json</c>: what clients knew before the specification.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>: an answer of GraphQL whatever its status.</summary>
    GraphQLResponse,
}
