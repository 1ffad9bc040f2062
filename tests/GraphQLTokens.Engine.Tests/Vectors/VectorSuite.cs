using System.Buffers;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Printing;
using GraphQLTokens.Engine.TypeSystem.Types;
using GraphQLTokens.Engine.Validation;
using GraphQLTokens.Engine.Validation.Limits;
using GraphQLTokens.Engine.Validation.Limits.Cost;

namespace GraphQLTokens.Engine.Tests.Vectors;

/// <summary>A schema of the execution vectors over its JSON data, with the few conventions that <c>vectors/README.md</c> gives them.</summary>
internal sealed class VectorSuite
{
    /// <summary>The rules that the reference has, version 16: those without 5.2.1.1, which is new in the edition of September 2025 (and in version 17).</summary>
    public static readonly ValidationOptions Rules = ValidationOptions.Default with { OperationTypes = false };

    // The reference implementation bounds nothing: what a request may ask for here is judged by the limits' own tests.
    private static readonly ExecutionOptions Unbounded = new()
    {
        Parser = ParserOptions.Trusted,
        MaxDepth = ParserOptions.DeepestAllowed,
        MaxVariablesBytes = int.MaxValue,
        Document = new DocumentLimits
        {
            MaxSelections = int.MaxValue,
            MaxAliases = int.MaxValue,
            MaxRootFields = int.MaxValue,
            MaxFragmentSpreads = int.MaxValue,
            MaxIntrospectionDepth = int.MaxValue,
        },
        Validation = Rules,
        Cost = new CostLimits { MaxTypeCost = double.PositiveInfinity, MaxFieldCost = double.PositiveInfinity, MaxPageSize = int.MaxValue },
    };

    private static readonly JsonElement Empty = JsonElement.Parse("{}");

    private readonly RequestExecutor executor;

    private VectorSuite(string sdl, RequestExecutor executor)
    {
        Sdl = sdl;
        this.executor = executor;
    }

    public string Sdl { get; }

    public static VectorSuite Load(JsonElement suite)
    {
        var root = suite.GetProperty("root").Clone();
        var sdl = JsonText.Of(suite.GetProperty("sdl"));
        return new VectorSuite(sdl, Bind(SchemaLoader.Load(sdl), root));
    }

    // Directives in the schema have no effect here, and the engine wants each to have one. The printed schema has none.
    private static RequestExecutor Bind(Schema schema, JsonElement root)
    {
        var bindings = new SchemaBindings().UseFallback(
            (_, field) => context => new ValueTask<object?>(Resolve(field, context.Parent ?? root, context.Arguments)),
            value => value is JsonElement { ValueKind: JsonValueKind.Object } map && map.TryGetProperty("__typename", out var name) ? name.ToString() : null);
        try
        {
            return new RequestExecutor(schema, bindings, Unbounded);
        }
        catch (SchemaBindingException)
        {
            return new RequestExecutor(SchemaLoader.Load(SchemaPrinter.Print(schema)), bindings, Unbounded);
        }
    }

    public JsonElement Execute(JsonElement @case)
    {
        var request = new GraphQLRequest
        {
            Document = JsonText.Of(@case.GetProperty("document")),
            OperationName = @case.TryGetProperty("operationName", out var name) && name.ValueKind == JsonValueKind.String ? JsonText.Of(name) : null,
            Variables = @case.TryGetProperty("variables", out var variables) ? variables : default,
        };
        var response = executor.ExecuteAsync(request).AsTask();
        if (!response.IsCompletedSuccessfully)
            throw new InvalidOperationException("Nothing here waits.", response.Exception);
        var output = new ArrayBufferWriter<byte>();
        response.Result.WriteTo(output);
        using var document = JsonDocument.Parse(output.WrittenMemory);
        return document.RootElement.Clone();
    }

    // Whatever the data holds where an object should be has no properties.
    private static object? Resolve(FieldDefinition field, object parent, InputValues arguments) =>
        parent is JsonElement { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(field.Name, out var value) ? Value(value, field.Type, arguments) : null;

    private static object? Value(JsonElement value, GraphQLType? type, InputValues arguments)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.String:
                return JsonText.Of(value);
            case JsonValueKind.True or JsonValueKind.False:
                return value.GetBoolean();
            case JsonValueKind.Number:
                return value.TryGetInt32(out var whole) ? whole : value.GetDouble();
            case JsonValueKind.Array:
                return value.EnumerateArray().Select(item => Item(item, ItemOf(type), arguments)).ToList();
            case JsonValueKind.Object when value.TryGetProperty("$error", out var message):
                throw new GraphQLException(JsonText.Of(message));
            case JsonValueKind.Object when value.TryGetProperty("$args", out _):
                return CompactJson.Of(arguments);
            default:
                return value;
        }
    }

    // Within the value of a scalar, where nothing looks at items, the reference's error is an object without properties of its own.
    private static object? Item(JsonElement item, GraphQLType? type, InputValues arguments)
    {
        try
        {
            return Value(item, type, arguments);
        }
        catch (GraphQLException failure)
        {
            return type is null ? Empty : failure;
        }
    }

    private static GraphQLType? ItemOf(GraphQLType? type) => type switch
    {
        NonNullType nonNull => ItemOf(nonNull.OfType),
        ListType list => list.ItemType,
        _ => null,
    };
}
