using System.Buffers;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Results;
using GraphQLTokens.Engine.Transports.Http;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>GraphQL over WebSocket, "Message types": those that a server sends, each as JSON in memory that its receiver disposes of.</summary>
internal static class ServerMessage
{
    private const int InitialBytes = 512;

    public static PooledBuffer ConnectionAck() => Of("""{"type":"connection_ack"}"""u8);

    public static PooledBuffer Ping() => Of("""{"type":"ping"}"""u8);

    /// <param name="payload">The ping's own, as JSON text; empty for none.</param>
    public static PooledBuffer Pong(ReadOnlySpan<byte> payload)
    {
        var message = Of("{\"type\":\"pong\""u8);
        if (!payload.IsEmpty)
        {
            message.Write(",\"payload\":"u8);
            message.Write(payload);
        }

        message.Write("}"u8);
        return message;
    }

    public static PooledBuffer Next(JsonEncodedText id, GraphQLResponse response) => With(id, "next"u8, response.WriteTo);

    /// <summary>The end of an operation that is none of its own: no <c>complete</c> follows.</summary>
    public static PooledBuffer Error(JsonEncodedText id, IReadOnlyList<GraphQLError> errors) => With(id, "error"u8, output =>
    {
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartArray();
        foreach (var error in errors)
            ErrorWriter.Write(writer, error);
        writer.WriteEndArray();
    });

    public static PooledBuffer Complete(JsonEncodedText id) => With(id, "complete"u8, null);

    private static PooledBuffer With(JsonEncodedText id, ReadOnlySpan<byte> type, Action<IBufferWriter<byte>>? writePayload)
    {
        var message = Of("{\"id\":\""u8);
        try
        {
            message.Write(id.EncodedUtf8Bytes);
            message.Write("\",\"type\":\""u8);
            message.Write(type);
            message.Write("\""u8);
            if (writePayload is not null)
            {
                message.Write(",\"payload\":"u8);
                writePayload(message);
            }

            message.Write("}"u8);
            return message;
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    private static PooledBuffer Of(ReadOnlySpan<byte> text)
    {
        var message = new PooledBuffer(InitialBytes);
        message.Write(text);
        return message;
    }
}
