using System.Buffers;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;

namespace GraphQLTokens.Engine.Tests.Validation.Limits;

/// <summary>An executor whose resolvers count how often they are called and answer nothing: whatever is refused must leave the count at zero.</summary>
internal sealed class LimitedExecutor
{
    public const string Sdl = """
        directive @cost(weight: String!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
        directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
        directive @tag(name: String @cost(weight: "2")) repeatable on FIELD | QUERY
        scalar Heavy @cost(weight: "3")
        input Page { first: Int = 7, after: String }
        input Filter { costly: Int @cost(weight: "20"), name: String, deep: Filter, any: [Filter!] }
        interface Node { id: ID! }
        type Light implements Node { id: ID! }
        type Item implements Node @cost(weight: "2") { id: ID! name: String heavy: Heavy price: Int @cost(weight: "4.5") next: Item items: [Item!]! cheap(hint: Int @cost(weight: "-5")): Item }
        union Thing = Light | Item
        type Edge { node: Item! }
        type Items { nodes: [Item!]! edges: [Edge!]! total: Int! }
        type Query {
          item: Item
          light(id: ID): Light
          node: Node
          thing: Thing
          items: [Item!]!
          names: [String!]!
          five: [Item!]! @cost(weight: "2") @listSize(assumedSize: 5)
          paged(first: Int, last: Int): Items! @listSize(assumedSize: 50, slicingArguments: ["first", "last"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)
          sliced(max: Int, page: Page): [Light!]! @listSize(slicingArguments: ["max", "page.first"], requireOneSlicingArgument: false)
          strict(first: Int, last: Int): [Light!]! @listSize(slicingArguments: ["first", "last"])
          lone(first: Int): [Light!]! @listSize(slicingArguments: ["first"])
          one(one: Int @cost(weight: "1")): Light
          none(where: Filter @cost(weight: "0")): Light
          find(where: Filter, all: [Filter!], key: String @cost(weight: "6")): Light
        }
        type Mutation { make: Light }
        """;

    private readonly RequestExecutor executor;
    private int calls;

    public LimitedExecutor(ExecutionOptions? options = null)
    {
        var bindings = new SchemaBindings().UseFallback(
            (_, _) => _ =>
            {
                calls++;
                return new ValueTask<object?>((object?)null);
            },
            _ => null);
        executor = new RequestExecutor(SchemaLoader.Load(Sdl), bindings, options);
    }

    /// <summary>How often a resolver was called.</summary>
    public int Calls => calls;

    public JsonElement Execute(GraphQLRequest request)
    {
        var response = executor.ExecuteAsync(request).AsTask();
        Assert.True(response.IsCompletedSuccessfully, "Nothing here waits.");
        var output = new ArrayBufferWriter<byte>();
        response.Result.WriteTo(output);
        using var document = JsonDocument.Parse(output.WrittenMemory);
        return document.RootElement.Clone();
    }

    public JsonElement Execute(string document, string variables = "{}", string extensions = "{}") =>
        Execute(new GraphQLRequest { Document = document, Variables = Json(variables), Extensions = Json(extensions) });

    /// <summary>The request was let through: no request error.</summary>
    public void Accepts(string document, string variables = "{}")
    {
        var response = Execute(document, variables);
        Assert.True(response.TryGetProperty("data", out _), response.GetRawText());
    }

    /// <summary>The request was refused before anything ran, with one error of that code and these figures.</summary>
    public void Refuses(string code, double limit, double? actual, string document, string variables = "{}")
    {
        var before = calls;
        var response = Execute(document, variables);
        var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
        var extensions = error.GetProperty("extensions");

        Assert.False(response.TryGetProperty("data", out _));
        Assert.Equal(before, calls);
        Assert.Equal(code, extensions.GetProperty("code").GetString());
        Assert.Equal(limit, extensions.GetProperty("limit").GetDouble());
        Assert.Equal(actual, extensions.TryGetProperty("actual", out var figure) ? figure.GetDouble() : null);
        Assert.Contains(LimitExceeded.Say(limit), error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
