using System.Text.Json;

namespace GraphQLTokens.Service.Tests.GraphQL;

/// <summary>A schema as introspection told it, written as SDL again: plainly, the printer brings it into form.</summary>
internal sealed class IntrospectedSchema(JsonElement schema)
{
    private static readonly string[] BuiltInScalars = ["Int", "Float", "String", "Boolean", "ID"];
    private static readonly string[] BuiltInDirectives = ["skip", "include", "deprecated", "specifiedBy", "oneOf"];

    public string ToSdl() => string.Join('\n', [
        .. Items(schema, "directives").Where(directive => !BuiltInDirectives.Contains(Name(directive))).Select(Directive),
        .. Items(schema, "types").Where(type => !Name(type).StartsWith("__", StringComparison.Ordinal) && !BuiltInScalars.Contains(Name(type))).Select(Type),
    ]);

    private static string Directive(JsonElement directive) =>
        $"{Description(directive)}directive @{Name(directive)}{Arguments(directive)}{(directive.GetProperty("isRepeatable").GetBoolean() ? " repeatable" : "")}" +
        $" on {string.Join(" | ", Items(directive, "locations").Select(location => location.GetString()))}";

    private static string Type(JsonElement type) => Description(type) + type.GetProperty("kind").GetString() switch
    {
        "SCALAR" => $"scalar {Name(type)}" + (Text(type, "specifiedByURL") is { } url ? $" @specifiedBy(url: {Quoted(url)})" : ""),
        "OBJECT" => Fields("type", type),
        "INTERFACE" => Fields("interface", type),
        "UNION" => $"union {Name(type)} = {string.Join(" | ", Items(type, "possibleTypes").Select(Name))}",
        "ENUM" => $"enum {Name(type)} {{ {string.Join('\n', Items(type, "enumValues").Select(value => Description(value) + Name(value) + Deprecated(value)))} }}",
        "INPUT_OBJECT" => $"input {Name(type)}{(type.GetProperty("isOneOf").GetBoolean() ? " @oneOf" : "")} {{ {string.Join('\n', Items(type, "inputFields").Select(InputValue))} }}",
        var kind => throw new InvalidOperationException($"No kind of type: {kind}"),
    };

    private static string Fields(string keyword, JsonElement type)
    {
        var interfaces = Items(type, "interfaces").Select(Name).ToArray();
        var fields = Items(type, "fields").Select(field => $"{Description(field)}{Name(field)}{Arguments(field)}: {Reference(field.GetProperty("type"))}{Deprecated(field)}");
        return $"{keyword} {Name(type)}{(interfaces.Length == 0 ? "" : $" implements {string.Join(" & ", interfaces)}")} {{ {string.Join('\n', fields)} }}";
    }

    private static string Arguments(JsonElement owner)
    {
        var arguments = Items(owner, "args").Select(InputValue).ToArray();
        return arguments.Length == 0 ? "" : $"({string.Join('\n', arguments)})";
    }

    private static string InputValue(JsonElement value) =>
        $"{Description(value)}{Name(value)}: {Reference(value.GetProperty("type"))}{(Text(value, "defaultValue") is { } text ? $" = {text}" : "")}{Deprecated(value)}";

    private static string Reference(JsonElement type) => type.GetProperty("kind").GetString() switch
    {
        "NON_NULL" => Reference(type.GetProperty("ofType")) + "!",
        "LIST" => $"[{Reference(type.GetProperty("ofType"))}]",
        _ => Name(type),
    };

    private static string Deprecated(JsonElement element) =>
        element.GetProperty("isDeprecated").GetBoolean() ? $" @deprecated(reason: {Quoted(Text(element, "deprecationReason")!)})" : "";

    private static string Description(JsonElement element) => Text(element, "description") is { } text ? Quoted(text) + "\n" : "";

    private static string Name(JsonElement element) => element.GetProperty("name").GetString()!;

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static JsonElement[] Items(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray()];

    // A JSON string is a GraphQL string.
    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
