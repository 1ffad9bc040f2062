using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Reading;
using GraphQLTokens.Service.Persistence.Writing;

namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>Committed changes of tokens, from now on and in the order of their commits.</summary>
internal sealed class WatchTokens(ChangeFeed changes, TenantSights sights)
{
    /// <param name="tokenId">Only this token; null: any.</param>
    /// <param name="sink">Called for each change on the writer's time: it must hand the change on and return.</param>
    /// <returns>Listens until it is disposed.</returns>
    public IDisposable Listen(Guid? tokenId, Action<StoreChange> sink) => changes.Listen(change =>
    {
        if (change.Kind is not null && (tokenId is null || change.TokenId == tokenId))
            sink(change);
    });

    /// <summary>Whether the change is of a token in the caller's sight.</summary>
    public ValueTask<bool> IsInSightAsync(Caller caller, StoreChange change, CancellationToken cancellationToken) =>
        sights.ReachesAsync(caller.TenantId, change.TenantId, cancellationToken);
}
