using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Audit;
using GraphQLTokens.Service.Persistence.Listing;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>
/// Ends a token for good. Lists and look-ups no longer know it; its row stays as a tombstone, so that its value is told from one that
/// never was, and so that what it made keeps its maker. To end a wider token than one's own gains nothing, and stops a leak; only <see cref="LastRootToken"/> stays.
/// </summary>
internal sealed class DeleteToken(AuditedWrite writes)
{
    public const string Action = "DELETE_API_TOKEN";

    public Task<DeleteTokenOutcome> RunAsync(Caller caller, DeleteTokenInput input, CancellationToken cancellationToken) =>
        writes.RunAsync(
            caller,
            Action,
            json => TokenInputJson.WriteId(json, input.Id),
            new DeleteTokenOutcome(DeleteTokenStatus.CallerChanged),
            (scope, now, stop) => DeleteAsync(scope, caller, input, now, stop),
            cancellationToken);

    private static async Task<DeleteTokenOutcome> DeleteAsync(
        WriteScope scope, Caller caller, DeleteTokenInput input, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var token = TokenReference.TryResolve(input.Id, caller, out var id)
            ? await (await scope.Db.TokensInSightAsync(caller.TenantId, cancellationToken)).SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            : null;
        var reach = TokenReach.ToModify(caller, token);
        if (reach is not Reach.Within || token is null)
            return reach is Reach.Denied
                ? new(DeleteTokenStatus.AccessDenied) { MissingPermissions = TokenReach.NeededToModify }
                : new(DeleteTokenStatus.NotFound);
        if (await LastRootToken.IsAsync(scope.Db, token, now, cancellationToken))
            return new(DeleteTokenStatus.LastRoot);

        token.DeletedAt = now;
        token.DeletedBy = caller.Actor;
        token.RightsVersion++;
        scope.Announce(TokenChangeKind.Deleted, token.Id, token.TenantId);
        return new(DeleteTokenStatus.Done) { Id = token.Id };
    }
}

/// <param name="Id">An id, or <c>self</c>.</param>
internal sealed record DeleteTokenInput(string Id);

internal enum DeleteTokenStatus
{
    Done,
    NotFound,
    AccessDenied,

    /// <summary>It is the <see cref="LastRootToken"/>.</summary>
    LastRoot,
    CallerChanged,
}

/// <summary>The id is there when the status is Done.</summary>
internal sealed record DeleteTokenOutcome(DeleteTokenStatus Status) : IAuditedOutcome
{
    public Guid Id { get; init; }

    public IReadOnlyList<string> MissingPermissions { get; init; } = [];

    public IReadOnlyList<string> Refusals => Status switch
    {
        DeleteTokenStatus.Done => [],
        DeleteTokenStatus.NotFound => Refusal.NotFound,
        DeleteTokenStatus.AccessDenied => Refusal.MissingPermission,
        DeleteTokenStatus.LastRoot => Refusal.LastRoot,
        DeleteTokenStatus.CallerChanged => Refusal.CallerChanged,
    };
}
