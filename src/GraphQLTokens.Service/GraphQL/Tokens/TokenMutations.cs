using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;

namespace GraphQLTokens.Service.GraphQL.Tokens;

/// <summary>The fields of <c>Mutation</c> that change tokens.</summary>
internal sealed class TokenMutations(
    CreateToken create, UpdateToken update, RotateToken rotate, CancelRotation cancelRotation, DeleteToken delete, TokenNodes nodes)
{
    public async Task<TokenOutput> CreateApiTokenAsync([Caller] Caller caller, CreateTokenInput input, CancellationToken cancellationToken)
    {
        var outcome = await create.RunAsync(caller, input, cancellationToken);
        return outcome.Status switch
        {
            CreateTokenStatus.Done => new TokenOutput(nodes.Changed(outcome.Token!, outcome.Value.Reveal())),
            CreateTokenStatus.InvalidInput or CreateTokenStatus.AboveOwnRights => throw Refusals.InvalidInput(outcome.Faults),
            CreateTokenStatus.AccessDenied => throw Refusals.AccessDenied(outcome.MissingPermissions),
            CreateTokenStatus.CallerChanged => throw Refusals.CallerChanged(),
        };
    }

    public async Task<TokenOutput> UpdateApiTokenAsync([Caller] Caller caller, UpdateTokenInput input, CancellationToken cancellationToken)
    {
        var outcome = await update.RunAsync(caller, input, cancellationToken);
        return outcome.Status switch
        {
            UpdateTokenStatus.Done => new TokenOutput(nodes.Changed(outcome.Token!)),
            UpdateTokenStatus.NotFound => throw Refusals.TokenNotFound(input.Id),
            UpdateTokenStatus.InvalidInput or UpdateTokenStatus.AboveOwnRights => throw Refusals.InvalidInput(outcome.Faults),
            UpdateTokenStatus.AccessDenied => throw Refusals.AccessDenied(outcome.MissingPermissions),
            UpdateTokenStatus.LastRoot => throw Refusals.LastRoot(),
            UpdateTokenStatus.CallerChanged => throw Refusals.CallerChanged(),
        };
    }

    public async Task<TokenOutput> RotateApiTokenAsync([Caller] Caller caller, RotateTokenInput? input, CancellationToken cancellationToken)
    {
        var outcome = await rotate.RunAsync(caller, input ?? new RotateTokenInput(), cancellationToken);
        return outcome.Status switch
        {
            RotateTokenStatus.Done => new TokenOutput(nodes.Changed(outcome.Token!, outcome.Value.Reveal())),
            RotateTokenStatus.NotFound => throw Refusals.TokenNotFound(input?.Id),
            RotateTokenStatus.AccessDenied => throw Refusals.AccessDenied(outcome.MissingPermissions),
            RotateTokenStatus.AboveOwnRights => throw Refusals.AboveOwnRights(outcome.Faults),
            RotateTokenStatus.InvalidInput => throw Refusals.InvalidInput(outcome.Faults),
            RotateTokenStatus.NotByAccessToken => throw Refusals.NotByAccessToken(),
            RotateTokenStatus.Expired => throw Refusals.TokenExpired(),
            RotateTokenStatus.NotRepeatable => throw Refusals.NotRepeatable(),
            RotateTokenStatus.CallerChanged => throw Refusals.CallerChanged(),
        };
    }

    public async Task<TokenOutput> CancelApiTokenRotationAsync([Caller] Caller caller, CancelRotationInput input, CancellationToken cancellationToken)
    {
        var outcome = await cancelRotation.RunAsync(caller, input, cancellationToken);
        return outcome.Status switch
        {
            CancelRotationStatus.Done => new TokenOutput(nodes.Changed(outcome.Token!)),
            CancelRotationStatus.NotFound => throw Refusals.TokenNotFound(input.Id),
            CancelRotationStatus.AccessDenied => throw Refusals.AccessDenied(outcome.MissingPermissions),
            CancelRotationStatus.AboveOwnRights => throw Refusals.AboveOwnRights(outcome.Faults),
            CancelRotationStatus.NotByAccessToken => throw Refusals.NotByAccessToken(),
            CancelRotationStatus.NoOverlap => throw Refusals.NoOverlap(),
            CancelRotationStatus.NewValueUsed => throw Refusals.NewValueUsed(),
            CancelRotationStatus.CallerChanged => throw Refusals.CallerChanged(),
        };
    }

    public async Task<DeleteTokenOutput> DeleteApiTokenAsync([Caller] Caller caller, DeleteTokenInput input, CancellationToken cancellationToken)
    {
        var outcome = await delete.RunAsync(caller, input, cancellationToken);
        return outcome.Status switch
        {
            DeleteTokenStatus.Done => new DeleteTokenOutput(outcome.Id),
            DeleteTokenStatus.NotFound => throw Refusals.TokenNotFound(input.Id),
            DeleteTokenStatus.AccessDenied => throw Refusals.AccessDenied(outcome.MissingPermissions),
            DeleteTokenStatus.LastRoot => throw Refusals.LastRoot(),
            DeleteTokenStatus.CallerChanged => throw Refusals.CallerChanged(),
        };
    }
}

/// <summary>The answer to create, update, rotate and cancel.</summary>
internal sealed record TokenOutput(TokenNode Token);

internal sealed record DeleteTokenOutput(Guid Id);
