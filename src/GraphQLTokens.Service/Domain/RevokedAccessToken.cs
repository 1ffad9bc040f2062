namespace GraphQLTokens.Service.Domain;

/// <summary>An access token that was ended before its time. The row may go when that time has come.</summary>
internal sealed class RevokedAccessToken
{
    public required Guid TokenId { get; init; }

    /// <summary><see cref="AccessToken.Id"/>.</summary>
    public required Guid Id { get; init; }

    public required DateTimeOffset EndsAt { get; init; }
}
