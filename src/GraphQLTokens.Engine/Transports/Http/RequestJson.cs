using System.Text.Json;
using System.Text.Unicode;
using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>
/// GraphQL over HTTP, "JSON Encoding": an object with `query` or `documentId`, and optionally `operationName`, `variables` and `extensions`, where
/// null is as good as absent and other members are ignored. Stricter than JSON asks: a member given twice is refused, since two readers
/// of the same bytes (a gateway and we) could each believe another one.
/// </summary>
internal static class RequestJson
{
    private const string Body = "The request body";

    /// <summary>Reads a POST's body in one pass. What it puts into <paramref name="parameters"/> refers to the body's memory.</summary>
    /// <returns>Null, or what is wrong; <paramref name="parameters"/> then hold no request.</returns>
    public static GraphQLError? Read(ReadOnlyMemory<byte> body, int maxDepth, HttpParameters parameters)
    {
        if (body.IsEmpty)
            return Refusals.Unreadable($"{Body} is empty; send a JSON object with a member query.");
        if (CheckText(Body, body.Span) is { } refusal)
            return refusal;
        try
        {
            return ReadObject(body, maxDepth, parameters);
        }
        catch (JsonException exception)
        {
            return Refusals.NotJson(Body, exception);
        }
    }

    /// <summary>Reads `variables` or `extensions` from a text of their own.</summary>
    /// <returns>Null, or what is wrong.</returns>
    public static GraphQLError? ReadMap(ReadOnlyMemory<byte> json, RequestMembers member, int maxDepth, HttpParameters parameters)
    {
        var name = $"The parameter {member.WireName()}";
        if (CheckText(name, json.Span) is { } refusal)
            return refusal;
        try
        {
            var reader = NewReader(json.Span, maxDepth);
            reader.Read();
            refusal = ReadMap(ref reader, json, member, maxDepth, parameters);
            while (refusal is null && reader.Read())
            {
                // Nothing may follow: reading on makes the reader say so.
            }

            return refusal;
        }
        catch (JsonException exception)
        {
            return Refusals.NotJson(name, exception);
        }
    }

    private static GraphQLError? ReadObject(ReadOnlyMemory<byte> body, int maxDepth, HttpParameters parameters)
    {
        var reader = NewReader(body.Span, maxDepth);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
            return Refusals.Malformed($"{Body} is a JSON array; requests are not batched here, send one object at a time.");
        if (reader.TokenType != JsonTokenType.StartObject)
            return Refusals.Malformed($"{Body} must be a JSON object.");

        var seen = RequestMembers.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = MemberAt(ref reader);
            if (member != RequestMembers.None && seen.HasFlag(member))
                return Refusals.Malformed($"The member {member.WireName()} is given twice.");
            seen |= member;
            reader.Read();
            if (ReadValue(ref reader, body, member, maxDepth, parameters) is { } refusal)
                return refusal;
        }

        // Nothing may follow the object: reading on makes the reader say so.
        reader.Read();
        return parameters.NameADocument ? null : Refusals.Malformed("The member query is missing.");
    }

    private static RequestMembers MemberAt(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("query"u8) ? RequestMembers.Query
        : reader.ValueTextEquals("variables"u8) ? RequestMembers.Variables
        : reader.ValueTextEquals("operationName"u8) ? RequestMembers.OperationName
        : reader.ValueTextEquals("extensions"u8) ? RequestMembers.Extensions
        : reader.ValueTextEquals("documentId"u8) ? RequestMembers.DocumentId
        : RequestMembers.None;

    private static GraphQLError? ReadValue(
        ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, RequestMembers member, int maxDepth, HttpParameters parameters)
    {
        switch (member)
        {
            case RequestMembers.Query when reader.TokenType is JsonTokenType.String or JsonTokenType.Null:
                parameters.Document = reader.GetString();
                return null;
            case RequestMembers.OperationName when reader.TokenType is JsonTokenType.String or JsonTokenType.Null:
                parameters.OperationName = reader.GetString();
                return null;
            case RequestMembers.DocumentId when reader.TokenType is JsonTokenType.String or JsonTokenType.Null:
                parameters.DocumentId = reader.GetString();
                return null;
            case RequestMembers.Query or RequestMembers.OperationName or RequestMembers.DocumentId:
                return WrongType(member, "a string");
            case RequestMembers.Variables or RequestMembers.Extensions:
                return ReadMap(ref reader, body, member, maxDepth, parameters);
            default:
                return TrySkip(ref reader, maxDepth) ? null : Refusals.TooDeep(Body, maxDepth);
        }
    }

    private static GraphQLError? ReadMap(
        ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, RequestMembers member, int maxDepth, HttpParameters parameters)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.StartObject)
            return WrongType(member, "an object");

        var start = (int)reader.TokenStartIndex;
        if (!TrySkip(ref reader, maxDepth))
            return Refusals.TooDeep(member.WireName(), maxDepth);
        JsonDocument map;
        try
        {
            map = JsonDocument.Parse(
                json[start..(int)reader.BytesConsumed], new JsonDocumentOptions { MaxDepth = maxDepth, AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            // The text was read once already, so this is the only thing left to be wrong with it.
            return Refusals.Malformed($"An object in {member.WireName()} holds the same member twice.");
        }

        if (member == RequestMembers.Variables)
            parameters.Variables = map;
        else
            parameters.Extensions = map;
        return null;
    }

    // From the first token of a value to its last. False where it nests deeper than it may; a plain value has depth 0.
    private static bool TrySkip(ref Utf8JsonReader reader, int maxDepth)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return true;
        var outside = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > outside)
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth - outside >= maxDepth)
                return false;
        }

        return true;
    }

    /// <summary>What JSON is made of: valid UTF-8, and no escape for half a character.</summary>
    /// <returns>Null, or what is wrong.</returns>
    public static GraphQLError? CheckText(string name, ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
            return Refusals.Unreadable($"{name} is not valid UTF-8.");
        return UnicodeEscapes.ArePaired(json) ? null : Refusals.Unreadable($"{name} has an escape for half a surrogate pair.");
    }

    private static GraphQLError WrongType(RequestMembers member, string expected) =>
        Refusals.Malformed($"{member.WireName()} must be {expected}.");

    // Room for the body's own braces and for one level too many, so that we, not the reader, find the excess and name it.
    private static Utf8JsonReader NewReader(ReadOnlySpan<byte> json, int maxDepth) => new(json, new JsonReaderOptions { MaxDepth = maxDepth + 2 });
}
