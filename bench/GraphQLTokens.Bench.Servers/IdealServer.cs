using System.Text.Json;

namespace GraphQLTokens.Bench.Servers;

/// <summary>The same requests with no engine at all: the body is read to its end and not looked into, the answer is written by hand.</summary>
internal static class IdealServer
{
    public static Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/viewer", (RequestDelegate)(context => AnswerAsync(context, WriteViewer)));
        app.MapPost("/tokens", (RequestDelegate)(context => AnswerAsync(context, WriteTokens)));
        return app.RunAsync();
    }

    private static async Task AnswerAsync(HttpContext context, Action<Utf8JsonWriter> write)
    {
        var body = context.Request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync();
            body.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                break;
        }

        await IdealAnswer.SendAsync(context.Response, write);
    }

    private static void WriteViewer(Utf8JsonWriter json)
    {
        json.WriteStartObject("viewer"u8);
        json.WriteString("id"u8, Sample.Viewer.Id);
        json.WriteString("name"u8, Sample.Viewer.Name);
        json.WriteString("address"u8, Sample.Viewer.Address);
        json.WriteBoolean("active"u8, Sample.Viewer.Active);
        json.WriteEndObject();
    }

    private static void WriteTokens(Utf8JsonWriter json)
    {
        json.WriteStartArray("tokens"u8);
        foreach (var token in Sample.Tokens)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, token.Id);
            json.WriteString("name"u8, token.Name);
            json.WriteString("valueStart"u8, token.ValueStart);
            json.WriteString("status"u8, token.Status is SampleStatus.Active ? "ACTIVE"u8 : "INACTIVE"u8);
            json.WriteString("createdAt"u8, token.CreatedAt);
            json.WriteString("lastUsedFrom"u8, token.LastUsedFrom);
            json.WriteNumber("uses"u8, token.Uses);
            json.WriteBoolean("expires"u8, token.Expires);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
