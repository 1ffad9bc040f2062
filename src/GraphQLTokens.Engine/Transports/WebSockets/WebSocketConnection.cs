using System.Net.WebSockets;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Transports.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>
/// GraphQL over WebSocket, "Communication": one connection, from the upgrade to its end. One reader takes the client's messages in their order,
/// one writer sends ours; whatever wants the connection to end says so once, and the first that does is heard.
/// </summary>
internal sealed partial class WebSocketConnection
{
    // The common message fits.
    private const int InitialBytes = 1024;

    private readonly WebSocket socket;
    private readonly ConnectionSurroundings surroundings;
    private readonly GraphQLWebSocketOptions options;
    private readonly TimeProvider time;
    private readonly MessageReader reader;
    private readonly MessageWriter writer;
    private readonly SocketOperations operations;
    private readonly ConnectionRight right;
    private readonly SignsOfLife signs = new();
    private readonly TaskCompletionSource<SocketClosure> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationToken living;
    private Task admission = Task.CompletedTask;

    public WebSocketConnection(WebSocket socket, HttpContext context, ConnectionSurroundings surroundings)
    {
        this.socket = socket;
        this.surroundings = surroundings;
        options = surroundings.Options;
        time = surroundings.Life.Time;
        right = new ConnectionRight(context, surroundings);
        reader = new MessageReader(socket, LongestMessage);
        writer = new MessageWriter(socket, options.SendTimeout, time);
        operations = new SocketOperations(options.MaxOperations, options.MaxHeldBytes);
    }

    /// <summary>Ends the connection; only the first call counts.</summary>
    public void End(SocketClosure closure) => ended.TrySetResult(closure);

    /// <summary>Serves the connection until its end, whichever side brings it about.</summary>
    public async Task RunAsync()
    {
        using var life = new CancellationTokenSource();
        living = life.Token;
        using var initWait = new CancellationTokenSource(options.InitTimeout, time);
        await using var onInitTimeout = initWait.Token.Register(EndWithoutInit);
        await using var onLeaving = surroundings.Life.Leaving.Register(() => End(CloseCodes.GoingAway));

        var writing = writer.RunAsync(End);
        var reading = ReadAsync();
        var closure = await ended.Task;
        LogEnd(surroundings.Log, (int)closure.Code, closure.Reason);
        await life.CancelAsync();
        await new CloseHandshake(socket, reader, writer, options.CloseTimeout, time).RunAsync(closure, writing, reading);

        // Work that does not heed its cancellation is left behind: it owns its memory, and nobody hears it any more.
        await Task.WhenAll(admission, operations.DrainAsync())
            .WaitAsync(options.CloseTimeout, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ReadAsync()
    {
        while (!ended.Task.IsCompleted)
        {
            var message = new PooledBuffer(InitialBytes);
            var isKept = false;
            try
            {
                if (await reader.ReadAsync(message) is { } closure)
                    End(closure);
                else if (!ended.Task.IsCompleted)
                    isKept = await HandleAsync(message);
            }
            catch (OperationCanceledException) when (living.IsCancellationRequested)
            {
                // The connection ended while an answer waited to be taken.
            }
            catch (Exception exception)
            {
                surroundings.Unexpected.Mask(exception, path: null);
                End(CloseCodes.InternalError);
            }
            finally
            {
                if (!isKept)
                    message.Dispose();
            }
        }
    }

    // True where the message's memory has another owner from now on.
    private async ValueTask<bool> HandleAsync(PooledBuffer memory)
    {
        signs.Note();
        if (ClientMessage.Read(memory.Written, out var message) is { } fault)
        {
            End(CloseCodes.Invalid(fault));
            return false;
        }

        switch (message.Type)
        {
            case ClientMessageType.ConnectionInit:
                return Init(memory, message.Payload);
            case ClientMessageType.Subscribe:
                return await SubscribeAsync(memory, message);
            case ClientMessageType.Ping:
                await writer.WriteAsync(ServerMessage.Pong(message.Payload.Span), living);
                return false;
            case ClientMessageType.Complete:
                operations.Stop(message.Id);
                return false;
            case ClientMessageType.Pong:
            default:
                return false;
        }
    }

    private bool Init(PooledBuffer memory, ReadOnlyMemory<byte> payload)
    {
        if (!right.TryAsk())
        {
            End(CloseCodes.TooManyInits);
            return false;
        }

        // The reader goes on: what comes before the acknowledgement is a breach of the protocol, and is noticed.
        admission = AdmitAsync(memory, payload);
        return true;
    }

    private async Task AdmitAsync(PooledBuffer memory, ReadOnlyMemory<byte> payload)
    {
        try
        {
            SocketClosure? refusal;
            using (memory)
                refusal = await right.JudgeAsync(payload, living);
            if (refusal is not null)
            {
                End(refusal);
                return;
            }

            using var held = right.Place;
            // After the right is given, not before: whoever reads the acknowledgement may subscribe at once.
            await writer.WriteAsync(ServerMessage.ConnectionAck(), living);
            await Task.WhenAll(WatchRightAsync(), signs.WatchAsync(options.KeepAliveInterval, time, writer, End, living));
        }
        catch (JsonException)
        {
            End(CloseCodes.Invalid("Invalid message: the payload nests too deep, or holds a member twice"));
        }
        catch (OperationCanceledException) when (living.IsCancellationRequested)
        {
            // The connection has ended meanwhile.
        }
        catch (Exception exception)
        {
            surroundings.Unexpected.Mask(exception, path: null);
            End(CloseCodes.InternalError);
        }
    }

    private async Task WatchRightAsync()
    {
        if (await right.WhenLostAsync(living) is not { } loss)
            return;

        // The streams have seen it too, and say so; what was executing under the right may still answer.
        await operations.DrainAsync();
        End(CloseCodes.Forbidden(loss.Message));
    }

    private async ValueTask<bool> SubscribeAsync(PooledBuffer memory, ClientMessage message)
    {
        if (!right.WasGiven)
        {
            End(CloseCodes.Unauthorized);
            return false;
        }

        if (operations.IsTaken(message.Id))
        {
            End(CloseCodes.IdTaken(message.Id));
            return false;
        }

        var parameters = new HttpParameters();
        var refusal = RequestJson.Read(message.Payload, surroundings.MaxVariablesDepth, parameters)
            ?? right.Loss
            ?? operations.Refusal;
        var verdict = refusal is null ? await right.AskToStartAsync(living) : OperationVerdict.Refused(refusal);
        if (verdict.Refusal is null)
        {
            operations.Start(
                new SocketOperation(message.Id, memory, parameters, writer, living),
                (operation, leaving) => operation.RunAsync(surroundings.Start, read => right.ToRequest(read, verdict), leaving, surroundings.Unexpected));
            return true;
        }

        parameters.Dispose();
        if (verdict.Refusal.Code == ErrorCodes.BadRequest)
            End(CloseCodes.Invalid(verdict.Refusal.Message));
        else
            await writer.WriteAsync(ServerMessage.Error(JsonEncodedText.Encode(message.Id), [verdict.Refusal]), living);
        return false;
    }

    // Whoever is not let in yet has no claim to memory: an upgrade asks for no credential.
    private int LongestMessage() => right.WasGiven ? options.MaxMessageBytes : Math.Min(options.MaxInitBytes, options.MaxMessageBytes);

    private void EndWithoutInit()
    {
        if (right.IsUnasked)
            End(CloseCodes.InitTimeout);
    }

    [LoggerMessage(LogLevel.Information, "A WebSocket ended: {Code} {Reason}")]
    private static partial void LogEnd(ILogger logger, int code, string reason);
}
