using System.Text.Json;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Tests.Vectors;
using GraphQLTokens.Engine.TypeSystem;

// The engine over standard input and output, one JSON object a line, so that a judge in another language can question it:
//   {"sdl": "...", "root": {...}}                                     from here on, this schema over this data; answers {"ready": true}
//   {"document": "...", "variables": {...}, "operationName": "..."}   answers the response
// Data and resolvers follow the conventions of the execution vectors. It ends with its input.
VectorSuite? suite = null;
var output = Console.Out;
while (Console.In.ReadLine() is { } line)
{
    using var message = JsonDocument.Parse(line);
    output.WriteLine(message.RootElement.TryGetProperty("sdl", out _) ? Load(message.RootElement) : suite!.Execute(message.RootElement).GetRawText());
    output.Flush();
}

string Load(JsonElement message)
{
    try
    {
        suite = VectorSuite.Load(message);
        return """{"ready":true}""";
    }
    catch (Exception refusal) when (refusal is SchemaException or SyntaxException)
    {
        return JsonSerializer.Serialize(new { ready = false, reason = refusal.Message });
    }
}
