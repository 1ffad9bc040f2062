using System.Text.Json;
using GraphQLTokens.Engine;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Tests.Vectors;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Printing;

// The engine over standard input and output, one JSON object a line, so that a judge in another language can question it:
//   {"sdl": "...", "root": {...}}                                     from here on, this schema over this data; answers {"valid": true, "ready": true},
//                                                                     or, with the reason, that it is not valid, or that its directives lack code
//   {"sdl": "...", "print": true}                                     answers {"valid": true, "printed": "...", "sorted": "..."}, or why it is not valid
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
        if (message.TryGetProperty("print", out _))
            return Print(SchemaLoader.Load(JsonText.Of(message.GetProperty("sdl"))));
        suite = VectorSuite.Load(message);
        return """{"valid":true,"ready":true}""";
    }
    catch (Exception refusal) when (refusal is SchemaException or SyntaxException or SchemaBindingException)
    {
        return JsonSerializer.Serialize(new { valid = refusal is SchemaBindingException, ready = false, reason = refusal.Message });
    }
}

string Print(Schema schema) =>
    JsonSerializer.Serialize(new { valid = true, printed = SchemaPrinter.Print(schema), sorted = SchemaPrinter.Print(SchemaSorter.Sort(schema)) });
