using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace GraphQLTokens.Bench.Servers;

/// <summary>Sends <c>{"data":{...}}</c> in one piece. Each thread keeps a buffer and a writer, so that an answer allocates nothing.</summary>
internal static class IdealAnswer
{
    private const int InitialBytes = 16 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? json;

    /// <param name="write">Writes the members of <c>data</c>.</param>
    public static ValueTask<FlushResult> SendAsync(HttpResponse response, Action<Utf8JsonWriter> write)
    {
        buffer ??= new ArrayBufferWriter<byte>(InitialBytes);
        json ??= new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        buffer.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        json.WriteStartObject("data"u8);
        write(json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = buffer.WrittenCount;
        // The pipe copies before the call comes back: the thread's next answer may have the buffer.
        return response.BodyWriter.WriteAsync(buffer.WrittenMemory);
    }
}
