using System.Buffers;
using System.Text;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;

namespace GraphQLTokens.Engine.Tests.Execution.Binding;

/// <summary>Which property of a bound class answers a field.</summary>
public sealed class BoundClassTests
{
    private interface INamed
    {
        string Name { get; }
    }

    private interface IThing : INamed
    {
        int Size { get; }
    }

    [Fact]
    public async Task A_property_that_hides_another_answers() => Assert.Equal("""{"data":{"a":{"size":2}}}""", await AnswerAsync<Hiding>("{ size: Int }", "{ size }", new Hiding()));

    [Fact]
    public async Task A_property_that_a_bound_interface_inherits_answers() =>
        Assert.Equal("""{"data":{"a":{"name":"box","size":3}}}""", await AnswerAsync<IThing>("{ name: String size: Int }", "{ name size }", new Box()));

    [Fact]
    public async Task Of_two_names_that_differ_by_case_the_field_s_own_answers() =>
        Assert.Equal("""{"data":{"a":{"size":"exact"}}}""", await AnswerAsync<TwoCases>("{ size: String }", "{ size }", new TwoCases()));

    [Fact]
    public async Task An_indexer_answers_no_field()
    {
        var refusal = await Assert.ThrowsAsync<SchemaBindingException>(() => AnswerAsync<Indexed>("{ item: String }", "{ item }", new Indexed()));
        Assert.Equal("T.item has no resolver.", Assert.Single(refusal.Faults));
    }

    [Fact]
    public void What_is_bound_twice_is_named()
    {
        var refusal = Assert.Throws<ArgumentException>(() => new SchemaBindings().BindType<Box>("T").BindType<Hiding>("T"));
        Assert.Equal($"T is bound twice, first to {typeof(Box)}.", refusal.Message);
        Assert.Throws<ArgumentException>(() => new SchemaBindings().BindEnum<DayOfWeek>("E").BindEnum<DayOfWeek>("E"));
    }

    [Fact]
    public async Task What_every_object_or_record_has_and_its_disposal_resolve_nothing()
    {
        var bindings = new SchemaBindings().AddResolvers("Query", new Disposable(7));
        var executor = new RequestExecutor(SchemaLoader.Load("type Query { a: Int }"), bindings);
        var json = new ArrayBufferWriter<byte>();
        (await executor.ExecuteAsync(new GraphQLRequest { Document = "{ a }" }, CancellationToken.None)).WriteTo(json);
        Assert.Equal("""{"data":{"a":7}}""", Encoding.UTF8.GetString(json.WrittenSpan));
    }

    private static async Task<string> AnswerAsync<T>(string fields, string selection, T value)
        where T : class
    {
        var bindings = new SchemaBindings().BindType<T>("T").AddResolvers("Query", new Root<T>(value));
        var executor = new RequestExecutor(SchemaLoader.Load($"type Query {{ a: T }} type T {fields}"), bindings);
        var json = new ArrayBufferWriter<byte>();
        (await executor.ExecuteAsync(new GraphQLRequest { Document = $"{{ a {selection} }}" }, CancellationToken.None)).WriteTo(json);
        return Encoding.UTF8.GetString(json.WrittenSpan);
    }

    private sealed record Disposable(int Value) : IDisposable, IAsyncDisposable
    {
        public int A() => Value;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;

        public override string ToString() => "a resolver class";
    }

    private sealed class Root<T>(T value)
    {
        public T A() => value;
    }

    private class Hidden
    {
        public string Size { get; } = "hidden";
    }

    private sealed class Hiding : Hidden
    {
        public new int Size { get; } = 2;
    }

    private sealed class Box : IThing
    {
        public string Name => "box";

        public int Size => 3;
    }

    private sealed class TwoCases
    {
        public string Size { get; } = "other";

        public string size { get; } = "exact";
    }

    private sealed class Indexed
    {
        public string this[int index] => $"{index}";
    }
}
