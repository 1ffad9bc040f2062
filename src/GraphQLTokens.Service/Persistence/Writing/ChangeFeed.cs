using System.Collections.Immutable;

namespace GraphQLTokens.Service.Persistence.Writing;

/// <summary>
/// Announces committed changes, in the order of their commits, before the answer to the change is sent.
/// A listener hands the change on and returns: it runs on the writer's time. Its fault is logged and harms nobody else.
/// </summary>
internal sealed partial class ChangeFeed(ILogger<ChangeFeed> logger)
{
    private ImmutableArray<Action<StoreChange>> listeners = [];

    /// <summary>How many listen now.</summary>
    public int ListenerCount => listeners.Length;

    /// <summary>Listens until the answer is disposed.</summary>
    public IDisposable Listen(Action<StoreChange> listener)
    {
        ImmutableInterlocked.Update(ref listeners, static (all, one) => all.Add(one), listener);
        return new Listening(this, listener);
    }

    public void Announce(StoreChange change)
    {
        foreach (var listener in listeners)
        {
            try
            {
                listener(change);
            }
            catch (Exception fault)
            {
                LogListenerFault(fault, change.TokenId);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A listener failed on a change of token {TokenId}.")]
    private partial void LogListenerFault(Exception fault, Guid tokenId);

    private sealed class Listening(ChangeFeed feed, Action<StoreChange> listener) : IDisposable
    {
        public void Dispose() =>
            ImmutableInterlocked.Update(ref feed.listeners, static (all, one) => all.Remove(one), listener);
    }
}
