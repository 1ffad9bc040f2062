using System.Text.Json;
using GraphQLTokens.Engine.Transports.Http;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>
/// GraphQL over WebSocket, "Message types": a JSON object. Members that nobody knows are ignored; one that is given twice is refused, since a
/// gateway and we could each believe another one.
/// <code>
/// type              id         payload
/// connection_init   -          an object, or none
/// ping, pong        -          an object, or none
/// subscribe         required   an object, required
/// complete          required   -
/// </code>
/// An id is repeated in every message of its operation, so a long one would multiply: at most 256 UTF-16 code units.
/// </summary>
/// <param name="Type">What it asks for.</param>
/// <param name="Id">The operation's id; empty where the type has none.</param>
/// <param name="Payload">The JSON text of an object, a part of the message's memory; empty for none.</param>
internal readonly record struct ClientMessage(ClientMessageType Type, string Id, ReadOnlyMemory<byte> Payload)
{
    private const int MaxIdLength = 256;

    // As deep as the message is long: how deep a payload may nest is for its reader to judge, which names what is too deep.
    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <param name="text">The message, valid UTF-8.</param>
    /// <param name="message">What it says.</param>
    /// <returns>Null, or what is wrong with it: the reason of a 4400.</returns>
    public static string? Read(ReadOnlyMemory<byte> text, out ClientMessage message)
    {
        message = default;
        if (!UnicodeEscapes.ArePaired(text.Span))
            return "Invalid message: an escape for half a surrogate pair";
        try
        {
            var fault = ReadMembers(text, out var type, out var id, out var payload);
            return fault ?? Judge(type, id, payload, out message);
        }
        catch (JsonException)
        {
            return "Invalid message: not JSON";
        }
    }

    private static string? ReadMembers(ReadOnlyMemory<byte> text, out string? type, out string? id, out ReadOnlyMemory<byte>? payload)
    {
        (type, id, payload) = (null, null, null);
        var reader = new Utf8JsonReader(text.Span, AnyDepth);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            return "Invalid message: not an object";
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var fault = reader.ValueTextEquals("type"u8) ? ReadString(ref reader, "type", ref type)
                : reader.ValueTextEquals("id"u8) ? ReadString(ref reader, "id", ref id)
                : reader.ValueTextEquals("payload"u8) ? ReadPayload(ref reader, text, ref payload)
                : SkipMember(ref reader);
            if (fault is not null)
                return fault;
        }

        // Nothing may follow the object: reading on makes the reader say so.
        reader.Read();
        return null;
    }

    private static string? Judge(string? typeName, string? id, ReadOnlyMemory<byte>? payload, out ClientMessage message)
    {
        message = default;
        ClientMessageType? known = typeName switch
        {
            "connection_init" => ClientMessageType.ConnectionInit,
            "ping" => ClientMessageType.Ping,
            "pong" => ClientMessageType.Pong,
            "subscribe" => ClientMessageType.Subscribe,
            "complete" => ClientMessageType.Complete,
            _ => null,
        };
        if (known is not { } type)
            return typeName is null ? "Invalid message: no type" : $"Invalid message: no client sends the type {typeName}";
        var hasId = type is ClientMessageType.Subscribe or ClientMessageType.Complete;
        if (hasId && string.IsNullOrEmpty(id))
            return $"Invalid message: {typeName} needs an id";
        if (hasId && id!.Length > MaxIdLength)
            return $"Invalid message: an id is longer than {MaxIdLength} characters";
        if (type == ClientMessageType.Subscribe && payload is null)
            return "Invalid message: subscribe needs a payload";
        message = new ClientMessage(type, hasId ? id! : "", payload ?? ReadOnlyMemory<byte>.Empty);
        return null;
    }

    private static string? ReadString(ref Utf8JsonReader reader, string name, ref string? value)
    {
        if (value is not null)
            return $"Invalid message: {name} is given twice";
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
            return $"Invalid message: {name} is not a string";
        value = reader.GetString();
        return null;
    }

    // Null is as good as absent, as in the requests of GraphQL over HTTP.
    private static string? ReadPayload(ref Utf8JsonReader reader, ReadOnlyMemory<byte> text, ref ReadOnlyMemory<byte>? payload)
    {
        if (payload is not null)
            return "Invalid message: payload is given twice";
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.StartObject)
            return "Invalid message: payload is not an object";
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        payload = text[start..(int)reader.BytesConsumed];
        return null;
    }

    private static string? SkipMember(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return null;
    }
}
