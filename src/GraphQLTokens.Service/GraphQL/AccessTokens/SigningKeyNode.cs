using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.GraphQL.AccessTokens;

/// <summary>A signing key as the schema's <c>SigningKey</c> shows it.</summary>
internal sealed record SigningKeyNode(string KeyId, string Algorithm, DateTimeOffset CreatedAt, DateTimeOffset? SignsUntil, DateTimeOffset? PublishedUntil)
{
    public static SigningKeyNode Of(SigningKey key) => new(key.KeyId, SigningKey.Es256, key.CreatedAt, key.SignsUntil, key.PublishedUntil);
}
