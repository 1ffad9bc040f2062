using System.Text.Json;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Tests.Vectors;
using GraphQLTokens.Engine.TypeSystem;

// The engine over standard input and output, one JSON object a line, so that a judge in another language can question it:
//   {"sdl": "...", "root": {...}}                                     from here on, this schema over this data; answers {"valid": true, "ready": true},
//                                                                     or, with the reason, that it is not valid, or that its directives lack code
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
        return """{"valid":true,"ready":true}""";
    }
    catch (Exception refusal) when (refusal is SchemaException or SyntaxException or SchemaBindingException)
    {
        return JsonSerializer.Serialize(new { valid = refusal is SchemaBindingException, ready = false, reason = refusal.Message });
    }
}
