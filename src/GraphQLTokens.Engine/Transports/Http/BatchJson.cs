using System.Text.Json;
using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>
/// GraphQL over HTTP, appendix "Batching": a JSON array of requests. Taken apart here; what each entry says is read by <see cref="RequestJson"/>, and what is wrong
/// with it is told in its own place of the answer. What is no array of objects is refused whole.
/// </summary>
internal static class BatchJson
{
    private const string Body = "The request body";

    // How deep an entry may nest is for its reader to judge, which names what is too deep.
    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <summary>Whether a body is meant as a batch: its first character that is no white space (RFC 8259, section 2) opens an array.</summary>
    public static bool IsMeant(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n"u8) is [(byte)'[', ..];

    /// <param name="most">How many entries there may be.</param>
    /// <param name="entries">The JSON text of each, a part of the body's memory.</param>
    /// <returns>Null, or why the batch is refused whole.</returns>
    public static GraphQLError? Split(ReadOnlyMemory<byte> body, int most, out List<ReadOnlyMemory<byte>> entries)
    {
        entries = [];
        if (RequestJson.CheckText(Body, body.Span) is { } refusal)
            return refusal;
        try
        {
            var count = Read(body, most, entries);
            return count switch
            {
                null => Refusals.Malformed($"{Body} is a JSON array; each of its entries must be an object."),
                0 => Refusals.Malformed($"{Body} is an empty JSON array; send at least one request."),
                _ => count > most ? Refusals.BatchTooLong(count.Value, most) : null,
            };
        }
        catch (JsonException exception)
        {
            return Refusals.NotJson(Body, exception);
        }
    }

    // Counts all entries, and keeps as many as there may be. Null where one is no object.
    private static int? Read(ReadOnlyMemory<byte> body, int most, List<ReadOnlyMemory<byte>> entries)
    {
        var reader = new Utf8JsonReader(body.Span, AnyDepth);
        var count = 0;
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
                return null;
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (++count <= most)
                entries.Add(body[start..(int)reader.BytesConsumed]);
        }

        // Nothing may follow the array: reading on makes the reader say so.
        reader.Read();
        return count;
    }
}
