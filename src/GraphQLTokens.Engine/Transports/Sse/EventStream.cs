using System.Buffers;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Transports.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace GraphQLTokens.Engine.Transports.Sse;

/// <summary>
/// GraphQL over SSE, "Distinct connections mode", "Event stream": a <c>next</c> event for each response, then one <c>complete</c>. An event is pulled
/// only once the one before it was taken, so that a slow reader holds up its own stream and nothing else. A server that takes its leave ends the stream
/// without <c>complete</c>, which to clients would mean that there is nothing more to come: so they come back.
/// </summary>
internal sealed partial class EventStream(HttpContext context, EventStreamOptions options, ServerLife life, ILogger log)
{
    private const int InitialBytes = 1024;

    /// <exception cref="OperationCanceledException">The client left, or was cut off.</exception>
    public async Task SendAsync(GraphQLResult result)
    {
        await OpenAsync();
        var isComplete = true;
        if (result.Response is { } response)
            await SendNextAsync(response);
        else
            isComplete = await PumpAsync(result.Stream!);

        // The HTML standard, "Event stream interpretation": an event without a data field is never dispatched. A comment is for people alone.
        await SendAsync(isComplete ? "event: complete\ndata:\n\n"u8.ToArray() : ": the server is going away\n\n"u8.ToArray());
    }

    private Task OpenAsync()
    {
        SlowReaders.AreOurs(context);
        var http = context.Response;
        http.StatusCode = StatusCodes.Status200OK;
        http.ContentType = "text/event-stream; charset=utf-8";
        http.Headers.CacheControl = "no-store";
        http.Headers.XContentTypeOptions = "nosniff";
        http.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);

        // What nginx, and those who learnt from it, take as the word not to hold events back.
        http.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        return SendAsync(ReadOnlyMemory<byte>.Empty);
    }

    // False where the stream could have gone on.
    private async Task<bool> PumpAsync(IAsyncEnumerable<GraphQLResponse> stream)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.Leaving);
        using var heart = new PeriodicTimer(options.HeartbeatInterval, life.Time);
        await using var responses = stream.GetAsyncEnumerator(ended.Token);
        var next = responses.MoveNextAsync().AsTask();
        try
        {
            var beat = heart.WaitForNextTickAsync(ended.Token).AsTask();
            while (true)
            {
                if (await Task.WhenAny(next, beat) == beat)
                {
                    await beat;
                    await SendAsync(":\n\n"u8.ToArray());
                    beat = heart.WaitForNextTickAsync(ended.Token).AsTask();
                    continue;
                }

                if (!await next)
                    return true;
                await SendNextAsync(responses.Current);
                next = responses.MoveNextAsync().AsTask();
            }
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested && life.Leaving.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            // An enumerator may be disposed only between its steps.
            await ended.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SendNextAsync(GraphQLResponse response)
    {
        using var text = new PooledBuffer(InitialBytes);
        text.Write("event: next\ndata: "u8);

        // On one line: JSON escapes the line ends within its strings, and is written without any between its tokens.
        response.WriteTo(text);
        text.Write("\n\n"u8);
        await SendAsync(text.Written);
    }

    private async Task SendAsync(ReadOnlyMemory<byte> text)
    {
        var sending = context.Response.BodyWriter.WriteAsync(text, context.RequestAborted);
        if (!sending.IsCompleted)
        {
            // The buffers are full. A reader that takes nothing for so long has none of our memory any longer.
            using var late = new CancellationTokenSource(options.SendTimeout, life.Time);
            await using var cutOff = late.Token.Register(CutOff);
            await sending;
        }
        else
            await sending;
        context.RequestAborted.ThrowIfCancellationRequested();
    }

    private void CutOff()
    {
        LogCutOff(log, options.SendTimeout.TotalSeconds);
        context.Abort();
    }

    [LoggerMessage(LogLevel.Information, "An event stream was cut off: the client left an event unread for {Seconds} seconds")]
    private static partial void LogCutOff(ILogger logger, double seconds);
}
