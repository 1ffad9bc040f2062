using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Transports.Http;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>
/// One operation of a connection, from its <c>subscribe</c> on: a <c>next</c> for each response and then <c>complete</c>, or <c>error</c> and then
/// nothing more. Owns the memory that its variables are read from.
/// </summary>
internal sealed class SocketOperation : IDisposable
{
    private readonly PooledBuffer memory;
    private readonly HttpParameters parameters;
    private readonly MessageWriter writer;
    private readonly CancellationTokenSource stopping;
    private readonly CancellationToken stopped;
    private readonly JsonEncodedText encodedId;

    public SocketOperation(string id, PooledBuffer memory, HttpParameters parameters, MessageWriter writer, CancellationToken connection)
    {
        Id = id;
        HeldBytes = memory.Length;
        this.memory = memory;
        this.parameters = parameters;
        this.writer = writer;
        stopping = CancellationTokenSource.CreateLinkedTokenSource(connection);
        stopped = stopping.Token;
        encodedId = JsonEncodedText.Encode(id);
    }

    public string Id { get; }

    /// <summary>How long its message is: kept for as long as it runs.</summary>
    public int HeldBytes { get; }

    /// <summary>The client wants no more of it.</summary>
    public void Stop()
    {
        try
        {
            stopping.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It came to its end by itself at this very moment.
        }
    }

    /// <param name="start">The executor.</param>
    /// <param name="toRequest">Adds to the parameters what is the connection's.</param>
    /// <param name="leaving">Called before the last message: from then on the client may use the id anew.</param>
    /// <param name="unexpected">Masks what nobody expected.</param>
    public async Task RunAsync(StartRequest start, Func<HttpParameters, GraphQLRequest> toRequest, Action leaving, UnexpectedErrors unexpected)
    {
        try
        {
            var errors = await RespondAsync(await start(toRequest(parameters), stopped));
            leaving();
            await writer.WriteAsync(errors is null ? ServerMessage.Complete(encodedId) : ServerMessage.Error(encodedId, errors), stopped);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            // The client does not listen any more.
        }
        catch (Exception exception)
        {
            var masked = unexpected.Mask(exception, path: null);
            leaving();
            if (!stopped.IsCancellationRequested)
                await writer.WriteAsync(ServerMessage.Error(encodedId, [masked]), CancellationToken.None);
        }
    }

    public void Dispose()
    {
        stopping.Dispose();
        parameters.Dispose();
        memory.Dispose();
    }

    // Null, or the errors that end the operation: a response without data is none of an execution.
    private async ValueTask<IReadOnlyList<GraphQLError>?> RespondAsync(GraphQLResult result)
    {
        if (result.Response is { } response)
            return await NextAsync(response);
        await foreach (var each in result.Stream!.WithCancellation(stopped))
        {
            if (await NextAsync(each) is { } errors)
                return errors;
        }

        return null;
    }

    private async ValueTask<IReadOnlyList<GraphQLError>?> NextAsync(GraphQLResponse response)
    {
        if (!response.HasData)
            return response.Errors;
        await writer.WriteAsync(ServerMessage.Next(encodedId, response), stopped);
        return null;
    }
}
