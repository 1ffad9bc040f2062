using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.AccessTokens;

namespace GraphQLTokens.Service.GraphQL.AccessTokens;

/// <summary>The field of <c>Mutation</c> that issues access tokens.</summary>
internal sealed class AccessTokenMutations(CreateAccessToken create)
{
    public async Task<CreateAccessTokenOutput> CreateAccessTokenAsync([Caller] Caller caller, CreateAccessTokenInput? input, CancellationToken cancellationToken)
    {
        var request = new AccessTokenRequest { Audience = input?.Audience, Permissions = input?.Permissions, Lifetime = input?.Lifetime };
        var outcome = await create.RunAsync(caller, request, cancellationToken);
        return outcome.Status switch
        {
            CreateAccessTokenStatus.Done => new CreateAccessTokenOutput(outcome.Jwt!, "Bearer", outcome.Token!.EndsAt),
            CreateAccessTokenStatus.InvalidInput or CreateAccessTokenStatus.AboveOwnRights => throw Refusals.InvalidInput(outcome.Faults),
            CreateAccessTokenStatus.IssuerUnknown => throw Refusals.PublicUrlUnknown(),
            CreateAccessTokenStatus.CallerChanged => throw Refusals.CallerChanged(),
        };
    }
}

/// <summary>The schema's CreateAccessTokenInput.</summary>
internal sealed record CreateAccessTokenInput
{
    public string? Audience { get; init; }

    public IReadOnlyList<string>? Permissions { get; init; }

    public TimeSpan? Lifetime { get; init; }
}

internal sealed record CreateAccessTokenOutput(string AccessToken, string TokenType, DateTimeOffset ExpiresAt);
