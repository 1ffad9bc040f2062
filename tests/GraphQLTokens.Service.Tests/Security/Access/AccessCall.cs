using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Tests.EndToEnd;
using GraphQLTokens.Service.Tests.Operations.AccessTokens;

namespace GraphQLTokens.Service.Tests.Security.Access;

/// <summary>One cell of the table: somebody asks for something.</summary>
/// <param name="Target">The id of the token that it is about; empty where it is about none.</param>
internal sealed record AccessCall(AccessWorld World, AccessOperation Operation, ServiceCaller Caller, string Target)
{
    /// <summary>An access token; false for an API token, good or bad, and for nothing at all.</summary>
    public bool IsByAccessToken => IsAccessToken(Caller.Key);

    public object Variables => new { id = Target, root = TokenOf(World.Service.Root.Key) };

    /// <summary>What the caller is known by as a client: well-formed whatever its secret is.</summary>
    public string ClientId => EntityId.Format(TokenOf(Caller.Key) ?? Guid.Empty);

    /// <summary>The API token behind a credential, if it names one.</summary>
    public static Guid? TokenOf(string? credential) =>
        TokenValue.TryParse(credential, out var value) ? value.TokenId
        : IsAccessToken(credential) ? Guid.Parse((string)JwtForge.PayloadOf(credential!)["sub"]!)
        : null;

    private static bool IsAccessToken(string? credential) => credential?.Split('.').Length == 3;
}
