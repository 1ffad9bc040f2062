using System.Runtime.CompilerServices;
using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Execution.Subscriptions;

/// <summary>
/// MapSourceToResponseEvent (section 6.2.3.2): a response for each event of the source, made when the reader asks for it, so that a slow reader
/// slows nobody but itself. Ends with the source, with the reader, or with the caller's right to it.
/// </summary>
internal sealed class ResponseStream(
    IAsyncEnumerable<object?> source,
    Func<object?, CancellationToken, ValueTask<GraphQLResponse>> respond,
    Func<CancellationToken, Task<GraphQLError>>? rightEnds,
    UnexpectedErrors unexpected)
{
    // Never completes: for callers whose right to the stream does not end.
    private static readonly Task<GraphQLError> Never = new TaskCompletionSource<GraphQLError>().Task;

    /// <param name="place">Given back at the end.</param>
    public async IAsyncEnumerable<GraphQLResponse> ReadAsync(IDisposable place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var rightEnded = rightEnds?.Invoke(reading.Token) ?? Never;
        var events = source.GetAsyncEnumerator(reading.Token);
        Task<Step>? next = null;
        try
        {
            while (true)
            {
                next = StepAsync(events);
                await Task.WhenAny(next, rightEnded).ConfigureAwait(false);
                if (rightEnded.IsCompleted)
                {
                    yield return GraphQLResponse.RequestError(await EndOf(rightEnded).ConfigureAwait(false));
                    yield break;
                }

                var step = await next.ConfigureAwait(false);
                if (step.Failure is not null)
                    yield return GraphQLResponse.RequestError(step.Failure);
                if (!step.HasEvent)
                    yield break;
                yield return await respond(step.Event, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            // The source ends its own waiting first: an enumerator may be disposed only between its steps.
            await reading.CancelAsync().ConfigureAwait(false);
            if (next is not null)
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await events.DisposeAsync().ConfigureAwait(false);
            place.Dispose();
        }
    }

    // A source that fails ends the stream with the reason, in its own words where it chose them.
    private async Task<Step> StepAsync(IAsyncEnumerator<object?> events)
    {
        try
        {
            return await events.MoveNextAsync().ConfigureAwait(false) ? new Step(HasEvent: true, events.Current, null) : default;
        }
        catch (GraphQLException expected)
        {
            return new Step(HasEvent: false, null, expected.Error);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new Step(HasEvent: false, null, unexpected.Mask(exception, path: null));
        }
    }

    // Whoever cannot say whether the right still holds has lost it: unsure means deny.
    private async Task<GraphQLError> EndOf(Task<GraphQLError> rightEnded)
    {
        try
        {
            return await rightEnded.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return unexpected.Mask(exception, path: null);
        }
    }

    private readonly record struct Step(bool HasEvent, object? Event, GraphQLError? Failure);
}
