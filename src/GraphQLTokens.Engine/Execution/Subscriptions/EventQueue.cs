using System.Threading.Channels;
using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Execution.Subscriptions;

/// <summary>
/// Stands between whoever announces events and one subscriber. Bounded: a subscriber that reads too slowly is cut off and told so, and whoever
/// announces never waits for it.
/// </summary>
public sealed class EventQueue<T>
{
    private readonly Channel<T> channel;
    private readonly int capacity;

    /// <param name="capacity">The most events that may wait, at least 1.</param>
    public EventQueue(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        this.capacity = capacity;
        channel = Channel.CreateBounded<T>(new BoundedChannelOptions(capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    }

    /// <summary>Adds an event, from any thread, without waiting. False once the queue has ended; adding to a full one ends it.</summary>
    public bool TryPublish(T item)
    {
        if (channel.Writer.TryWrite(item))
            return true;
        channel.Writer.TryComplete(new GraphQLException(
            $"The subscription was ended: more than {capacity} events were waiting to be read.", ErrorCodes.SubscriptionOverflow));
        return false;
    }

    /// <summary>Ends the stream after what is waiting.</summary>
    public void Complete() => channel.Writer.TryComplete();

    /// <summary>The events in their order, to be read once.</summary>
    /// <exception cref="GraphQLException">With <see cref="ErrorCodes.SubscriptionOverflow"/>, after the events that did wait.</exception>
    public IAsyncEnumerable<T> ReadAllAsync(CancellationToken cancellationToken = default) => channel.Reader.ReadAllAsync(cancellationToken);
}
