using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Subscriptions;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Transports;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Engine.Tests.Transports;

/// <summary>A schema with streams of every temper, and what a test has to know of them.</summary>
internal sealed class LiveSchema
{
    public static readonly TimeSpan HangGuard = TimeSpan.FromSeconds(60);

    private const string Sdl = """
        type Query { hello(name: String): String caller: String slow: String }
        type Mutation { hello: String }
        type Subscription { count(to: Int!): Int! events: Int! flood: String! refused: Int! stubborn: Int! }
        """;

    private readonly ConcurrentDictionary<EventQueue<object>, bool> queues = new();
    private readonly Tally opened = new();
    private readonly Tally closed = new();
    private readonly TaskCompletionSource letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many of the long strings of <c>flood</c> were asked for.</summary>
    public int Flooded { get; private set; }

    public int Capacity { get; init; } = 16;

    public void Register(GraphQLServerBuilder server)
    {
        server.Services.AddSingleton(this);
        server.AddSchema(new SourceText(Sdl, "schema"))
            .AddResolvers<Queries>("Query")
            .AddResolvers("Mutation", typeof(Mutations))
            .AddResolvers<Subscriptions>("Subscription")
            .Configure(_ => new ExecutionOptions { Timeout = TimeSpan.FromMinutes(5) });
    }

    /// <summary>To every open <c>events</c>. False where one of them had no room.</summary>
    public bool Publish(int number) => queues.Keys.Select(queue => queue.TryPublish(number)).ToList().TrueForAll(took => took);

    public void CompleteAll()
    {
        foreach (var queue in queues.Keys)
            queue.Complete();
    }

    /// <summary>Ends <c>stubborn</c>, which heeds nothing else.</summary>
    public void LetGo() => letGo.TrySetResult();

    public Task OpenedAsync(int count = 1) => opened.ReachAsync(count);

    public Task ClosedAsync(int count = 1) => closed.ReachAsync(count);

    private async IAsyncEnumerable<T> WatchAsync<T>(IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        opened.Add();
        try
        {
            await foreach (var item in source.WithCancellation(cancellationToken))
                yield return item;
        }
        finally
        {
            closed.Add();
        }
    }

    internal sealed class Subscriptions(LiveSchema schema)
    {
        public static async IAsyncEnumerable<object> Count(int to)
        {
            for (var number = 1; number <= to; number++)
            {
                await Task.Yield();
                yield return number;
            }
        }

        public IAsyncEnumerable<object> Events(CancellationToken cancellationToken)
        {
            var queue = new EventQueue<object>(schema.Capacity);
            schema.queues[queue] = true;
            return schema.WatchAsync(queue.ReadAllAsync(CancellationToken.None), cancellationToken);
        }

        public IAsyncEnumerable<string> Flood(CancellationToken cancellationToken) => schema.WatchAsync(Endless(), cancellationToken);

        public static IAsyncEnumerable<object> Refused() => throw new GraphQLException("not you", "NOT_YOU");

        public IAsyncEnumerable<object> Stubborn() => schema.WatchAsync(Waiting(), CancellationToken.None);

        private async IAsyncEnumerable<object> Waiting()
        {
            await schema.letGo.Task;
            yield break;
        }

        private async IAsyncEnumerable<string> Endless()
        {
            var text = new string('x', 64 * 1024);
            while (true)
            {
                schema.Flooded++;
                await Task.Yield();
                yield return text;
            }
        }
    }

    internal sealed class Queries(LiveSchema schema)
    {
        public static string Hello(string? name) => $"Hello, {name ?? "world"}";

        public static string? Caller(ResolverContext context) => context.Caller as string;

        public async Task<string> Slow(CancellationToken cancellationToken)
        {
            schema.opened.Add();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return "";
        }
    }

    private static class Mutations
    {
        public static string Hello() => "changed";
    }
}
