using System.Buffers;
using System.Text;
using System.Text.Json;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Tests.Transports;
using GraphQLTokens.Engine.TypeSystem;
using Microsoft.Extensions.Logging;

namespace GraphQLTokens.Engine.Tests.Execution;

/// <summary>
/// A schema whose fields are answered by functions given as <c>"Type.field"</c>; a field without one takes its value out of its parent, a
/// dictionary. A function may answer with a task. Objects of abstract types say theirs under <c>__typename</c>.
/// </summary>
internal sealed class TestEngine
{
    private readonly Dictionary<string, Func<ResolverContext, object?>> resolvers = new(StringComparer.Ordinal);
    private readonly RequestExecutor executor;

    public TestEngine(string sdl, ExecutionOptions? options = null, SchemaBindings? bindings = null)
    {
        bindings ??= new SchemaBindings();
        bindings.UseFallback(
            (type, field) => context => AnswerAsync($"{type.Name}.{field.Name}", field.Name, context),
            value => ((IReadOnlyDictionary<string, object?>)value)["__typename"] as string);
        var scalars = new SchemaBuilderOptions { Scalars = [.. bindings.Scalars.Values] };
        executor = new RequestExecutor(SchemaLoader.Load(sdl, scalars), bindings, options, LoggerFactory.Create(log => log.AddProvider(Log)).CreateLogger<RequestExecutor>());
    }

    public CapturedLog Log { get; } = new();

    public Func<ResolverContext, object?> this[string field]
    {
        set => resolvers[field] = value;
    }

    /// <summary>Runs outside the test runner's synchronization context, as servers do.</summary>
    public Task<string> RunAsync(string document, string? variables = null, string? operation = null, CancellationToken cancellationToken = default) => Task.Run(
        async () => Text(await executor.ExecuteAsync(
            new GraphQLRequest
            {
                Document = document,
                OperationName = operation,
                Variables = variables is null ? default : JsonDocument.Parse(variables).RootElement,
                Caller = "caller",
            },
            cancellationToken)),
        CancellationToken.None);

    public static string Text(GraphQLResponse response)
    {
        var output = new ArrayBufferWriter<byte>();
        response.WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>An object of the response: names and values in turn.</summary>
    public static Dictionary<string, object?> Map(params object?[] namesAndValues) =>
        namesAndValues.Chunk(2).ToDictionary(pair => (string)pair[0]!, pair => pair[1], StringComparer.Ordinal);

    public static Func<ResolverContext, object?> Async(Func<ResolverContext, Task<object?>> resolve) => resolve;

    /// <summary>A value that is there only after the resolver has returned.</summary>
    public static async Task<object?> Later(object? value)
    {
        await Task.Yield();
        return value is Exception exception ? throw exception : value;
    }

    private async ValueTask<object?> AnswerAsync(string place, string name, ResolverContext context)
    {
        var value = resolvers.TryGetValue(place, out var resolve) ? resolve(context)
            : context.Parent is IReadOnlyDictionary<string, object?> parent ? parent.GetValueOrDefault(name)
            : null;
        return value is Task<object?> task ? await task.ConfigureAwait(false) : value;
    }
}
