using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Execution.Results;

/// <summary>A response as JSON (section 7.2). Maps keep the order of the selection (section 7.2.2), and `errors` stands before `data`, so that nobody overlooks it.</summary>
internal static class ResponseWriter
{
    private static readonly JsonEncodedText ErrorsName = JsonEncodedText.Encode("errors");
    private static readonly JsonEncodedText DataName = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText ExtensionsName = JsonEncodedText.Encode("extensions");

    // The answer is JSON under its own media type with nosniff, never a part of a page: only what JSON itself needs is escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? cachedWriter;

    public static void Write(IBufferWriter<byte> output, bool hasData, ResultObject? data, IReadOnlyList<GraphQLError> errors, IReadOnlyDictionary<string, object?>? extensions = null)
    {
        var writer = cachedWriter ?? new Utf8JsonWriter(output, Options);
        cachedWriter = null;
        writer.Reset(output);
        writer.WriteStartObject();
        if (errors.Count > 0)
        {
            writer.WriteStartArray(ErrorsName);
            foreach (var error in errors)
                ErrorWriter.Write(writer, error);
            writer.WriteEndArray();
        }

        if (hasData)
        {
            writer.WritePropertyName(DataName);
            WriteValue(writer, data);
        }

        if (extensions is not null)
        {
            writer.WritePropertyName(ExtensionsName);
            JsonValueWriter.WriteMap(writer, extensions);
        }

        writer.WriteEndObject();
        writer.Flush();
        writer.Reset(Stream.Null);
        cachedWriter = writer;
    }

    // As deep as the document nests, which the parser and the planner bound.
    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case ResultObject map:
                WriteObject(writer, map);
                break;
            case ResultList list:
                writer.WriteStartArray();
                foreach (var item in list.Slots)
                    WriteValue(writer, item);
                writer.WriteEndArray();
                break;
            default:
                JsonValueWriter.Write(writer, value);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, ResultObject map)
    {
        writer.WriteStartObject();
        var fields = map.Plan.Fields;
        var slots = map.Slots;
        for (var index = 0; index < fields.Length; index++)
        {
            writer.WritePropertyName(fields[index].EncodedName);
            WriteValue(writer, slots[index]);
        }

        writer.WriteEndObject();
    }
}
