using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.GraphQL.Limits;

/// <summary>What tells callers apart where the engine counts what they have under way: their tokens.</summary>
internal static class CallerKey
{
    // Whoever has no key is one caller with all others that have none: strangers together take no more places than one token.
    private static readonly object Nobody = new();

    public static object Of(object? caller) => caller is Caller known ? known.TokenId : Nobody;
}
