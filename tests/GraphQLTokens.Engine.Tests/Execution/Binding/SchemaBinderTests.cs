using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Tests.Execution.Binding;

/// <summary>Each way in which code may not fit its schema: nothing starts, and the fault names the place.</summary>
public sealed class SchemaBinderTests
{
    private const string Directives = "directive @mark on SCHEMA | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INTERFACE | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION | SCALAR ";

    private const string Subscribing = "schema { query: Other subscription: Query } type Other { b: Int } type Item { id: Int } ";

    public static TheoryData<string, Type, string> Misfits { get; } = new()
    {
        { "type Query { a: Int b: Int }", typeof(OnlyA), "Query.b has no resolver." },
        { "type Query { b: Int }", typeof(OnlyA), "Query.b has no resolver." },
        { "type Query { b: Int }", typeof(OnlyA), "OnlyA.A resolves Query.A, which the schema does not have." },
        { "type Query { a: Int }", typeof(Twice), "Query.A has two resolvers, one of them Twice.AAsync." },
        { "type Query { a(x: Int): Int }", typeof(OnlyA), "Query.a(x:) would be ignored: OnlyA.A has no parameter of that name." },
        { "type Query { a: Int }", typeof(TakesInt), "Query.a: the parameter x of TakesInt.A stands for no argument." },
        { "type Query { a(x: Int): Int }", typeof(TakesInt), "Query.a(x:) may be null, but the Int32 that takes it may not." },
        { "type Query { a(x: String!): Int }", typeof(TakesInt), "Query.a(x:) is of type String, a String, which does not fit Int32." },
        { "enum E { ONE } type Query { a(x: E!): Int }", typeof(TakesInt), "Query.a(x:) is of type E, a String, which does not fit Int32." },
        { "type Query { a(x: [Int!]!): Int }", typeof(TakesInt), "Query.a(x:) is a list, which does not fit Int32: take an array or an IReadOnlyList." },
        { "type Query { a(x: [Int]!): Int }", typeof(TakesInts), "Query.a(x:) may hold null, but the Int32 in the Int32[] that takes it may not." },
        { "type Query { a(x: [String]!): Int }", typeof(TakesTexts), "Query.a(x:) may hold null, but the String in the IReadOnlyList<String> that takes it may not." },
        { "type Query { a(x: [[Int]!]!): Int }", typeof(TakesGrid), "Query.a(x:) may hold null, but the Int32 in the Int32[] that takes it may not." },
        { "type Query { a(x: String): Int }", typeof(TakesText), "Query.a(x:) may be null, but the String that takes it may not." },
        { "type Query { a: Int }", typeof(TakesParent), "Query.a: the parent is no String." },
        { "type Query { a: Int }", typeof(ReturnsNothing), "Query.a: ReturnsNothing.A returns nothing." },
        { "type Query { a: Int }", typeof(ReturnsTask), "Query.a: ReturnsTask.A returns nothing." },
        { "type Query { a: Int }", typeof(ReturnsValueTask), "Query.a: ReturnsValueTask.A returns nothing." },
        { "type Query { a: Int }", typeof(OnAnInstance), "Query.a: OnAnInstance.A is no static method, and no instance was given to call it on." },
        { "type Query { a: [Int] }", typeof(ReturnsPairs), "Query.a is a list, but its resolver returns ValueTuple<Int32, List<String>[]>." },
        { "type Query { a(x: Int!): Int }", typeof(TakesByReference), "Query.a: TakesByReference.A is generic or has parameters by reference, which nothing could fill." },
        { "type Query { a: Int }", typeof(Generic), "Query.a: Generic.A is generic or has parameters by reference, which nothing could fill." },
        { "type Query { a: [Int] }", typeof(OnlyA), "Query.a is a list, but its resolver returns Int32." },
        { "type Item { id: Int } type Query { a: Item }", typeof(OnlyA), "Query.a is of type Item, but its resolver returns Int32, which is not bound to it." },
        { "type Item { id: Int } type Query { a: [Item] }", typeof(ReturnsInts), "Query.a is of type Item, but its resolver returns Int32, which is not bound to it." },
        { "type Query { a: [[Int]] }", typeof(ReturnsInts), "Query.a is a list, but its resolver returns Int32." },
        { "type Query { a: [String] }", typeof(ReturnsText), "Query.a is a list, but its resolver returns String." },
        { "enum E { ONE } type Query { a: [E!]! }", typeof(ReturnsEnums), "Query.a is of type E, but its resolver returns DayOfWeek, which is not bound to it." },
        { Subscribing + "type Query { a: Int }", typeof(OnlyA), "Query.a is a subscription, but its resolver returns Int32: return an IAsyncEnumerable of objects." },
        { Subscribing + "type Query { a: Int }", typeof(StreamsInts), "Query.a is a subscription, but its resolver returns IAsyncEnumerable<Int32>: return an IAsyncEnumerable of objects." },
        { Subscribing + "type Query { a: [Int] }", typeof(ReturnsList), "Query.a is a subscription, but its resolver returns List<Int32>: return an IAsyncEnumerable of objects." },
        { Subscribing + "type Query { a: Item }", typeof(StreamsTexts), "Query.a is of type Item, but its resolver returns String, which is not bound to it." },
        { "enum E { ONE } type Query { a: E }", typeof(ReturnsEnum), "Query.a is of type E, but its resolver returns DayOfWeek, which is not bound to it." },
        { "input P { x: Int! } type Query { a(x: P!): Int }", typeof(TakesTwoConstructors), "Query.a(x:) is of type P, but Uri does not have one public constructor to fill." },
        { "input P { x: Int! z: Int } type Query { a(x: P!): Int }", typeof(TakesPoint), "P.z would be ignored: Point has no member of that name." },
        { "input P { y: Int! } type Query { a(x: P!): Int }", typeof(TakesPoint), "Point.X stands for no field of P." },
        { "input P { x: Int } type Query { a(x: P!): Int }", typeof(TakesPoint), "P.x may be null, but the Int32 that takes it may not." },
        { "input P { x: Int! } type Query { a(x: P!): Int }", typeof(TakesRequired), "Needs.Y stands for no field of P." },
        { Directives + "type Query { a: Int @mark }", typeof(OnlyA), "@mark on Query.a has no handler." },
        { Directives + "type Query @mark { a: Int }", typeof(OnlyA), "@mark on Query has no handler." },
        { Directives + "schema @mark { query: Query } type Query { a: Int }", typeof(OnlyA), "@mark on the schema has no effect there." },
        { Directives + "type Query { a(x: Int! @mark): Int }", typeof(TakesInt), "@mark on Query.a(x:) has no effect there." },
        { Directives + "enum E @mark { ONE } type Query { a: Int }", typeof(OnlyA), "@mark on E has no effect there." },
        { Directives + "enum E { ONE @mark } type Query { a: Int }", typeof(OnlyA), "@mark on E.ONE has no effect there." },
        { Directives + "input P { x: Int @mark } type Query { a: Int }", typeof(OnlyA), "@mark on P.x has no effect there." },
        { Directives + "interface I { a: Int @mark } type Query { a: Int }", typeof(OnlyA), "@mark on I.a has no effect there." },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void Refuses_code_that_does_not_fit_and_names_the_place(string sdl, Type resolvers, string fault)
    {
        var bindings = new SchemaBindings().AddResolvers("Query", resolvers, null);
        var refusal = Assert.Throws<SchemaBindingException>(() => new RequestExecutor(SchemaLoader.Load(sdl), bindings));

        Assert.Contains(refusal.Faults, found => found.Contains(fault, StringComparison.Ordinal));
        Assert.Contains(fault, refusal.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, Type, string> Fits { get; } = new()
    {
        { "type Query { a: Int }", typeof(OnlyA), "1" },
        { "type Query { a: [Int!]! }", typeof(ReturnsInts), "[1,2]" },
        { "type Query { a: [Int!]! }", typeof(ReturnsList), "[1,2]" },
        { "type Query { a: [Int!] }", typeof(ReturnsTaskOfList), "[1,2]" },
        { "type Query { a: [Int] }", typeof(ReturnsValueTaskOfSequence), "[1,2]" },
        { "type Query { a: [Int] }", typeof(ReturnsAnyList), "[1,2]" },
        { "type Query { a(x: Int! = 5): Int }", typeof(TakesInt), "5" },
        { "type Query { a(X: Int! = 5): Int }", typeof(TakesInt), "5" },
        { "type Query { a(x: Int! = 5, y: Int): Int }", typeof(TakesContext), "5" },
        { "type Query { a: Boolean }", typeof(TakesToken), "true" },
        { "type Query { a: String }", typeof(TakesCaller), "\"someone\"" },
    };

    [Theory]
    [MemberData(nameof(Fits))]
    public async Task Calls_code_that_fits(string sdl, Type resolvers, string json)
    {
        using var cancellation = new CancellationTokenSource();
        var executor = new RequestExecutor(SchemaLoader.Load(sdl), new SchemaBindings().AddResolvers("Query", resolvers, null));

        Assert.Equal(
            $$$"""{"data":{"a":{{{json}}}}}""",
            TestEngine.Text(await executor.ExecuteAsync(new GraphQLRequest { Document = "{ a }", Caller = "someone" }, cancellation.Token)));
    }

    [Theory]
    [InlineData("base", "Shape")]
    [InlineData("derived", "Shape")]
    [InlineData("round", "Circle")]
    [InlineData("stranger", null)]
    public async Task An_object_is_of_the_type_of_its_class_or_of_the_nearest_above(string which, string? type)
    {
        var bindings = new SchemaBindings().AddResolvers("Query", typeof(ReturnsShapes), null).BindType<Shape>("Shape").BindType<Circle>("Circle");
        var executor = new RequestExecutor(SchemaLoader.Load("union Any = Shape | Circle type Shape { size: Int } type Circle { size: Int } type Query { a(which: String!): Any }"), bindings);
        var answer = TestEngine.Text(await executor.ExecuteAsync(new GraphQLRequest { Document = $"{{ a(which: \"{which}\") {{ __typename ... on Shape {{ size }} ... on Circle {{ size }} }} }}" }));

        Assert.EndsWith(type is null ? """{"a":null}}""" : $$$$"""{"data":{"a":{"__typename":"{{{{type}}}}","size":3}}}""", answer, StringComparison.Ordinal);
    }

    public static TheoryData<string, Action<SchemaBindings>, string> Strangers { get; } = new()
    {
        { "type", bindings => bindings.BindType<Point>("Item"), "The schema has no object type Item to bind." },
        { "input", bindings => bindings.BindType<Point>("P"), "The schema has no object type P to bind." },
        { "enum", bindings => bindings.BindEnum<DayOfWeek>("Day"), "The schema has no enum Day to bind." },
        { "member", bindings => bindings.BindEnum<DayOfWeek>("E"), "DayOfWeek.Sunday has no value in the enum E." },
        { "value", bindings => bindings.BindEnum<DayOfWeek>("E"), "E.ONE has no member in DayOfWeek." },
        { "directive", bindings => bindings.AddDirective(new Ineffective("guard")), "The schema has no directive @guard to handle." },
        { "effect on a field", bindings => bindings.AddDirective(new Ineffective("mark")), "@mark on Query.a has no effect there." },
        { "effect on a type", bindings => bindings.AddDirective(new Ineffective("mark")), "@mark on Query has no effect there." },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public void Refuses_what_stands_for_nothing_in_the_schema(string what, Action<SchemaBindings> bind, string fault)
    {
        var bindings = new SchemaBindings().AddResolvers("Query", typeof(OnlyA), null);
        bind(bindings);
        var schema = SchemaLoader.Load(Directives + "type Query @mark { a: Int @mark } enum E { ONE } input P { x: Int }");

        Assert.True(Assert.Throws<SchemaBindingException>(() => new RequestExecutor(schema, bindings)).Faults.Contains(fault), what);
    }

    private sealed class Ineffective(string name) : IDirectiveHandler
    {
        public string Name => name;
    }

    private static class OnlyA
    {
        public static int A() => 1;
    }

    private static class ReturnsInts
    {
        public static int[] A() => [1, 2];
    }

    private static class ReturnsList
    {
        public static List<int> A() => [1, 2];
    }

    private static class ReturnsTaskOfList
    {
        public static async Task<IReadOnlyList<int>> A()
        {
            await Task.Yield();
            return [1, 2];
        }
    }

    private static class ReturnsValueTaskOfSequence
    {
        public static ValueTask<IEnumerable<int?>> A() => new([1, 2]);
    }

    private static class ReturnsAnyList
    {
        public static System.Collections.ArrayList A() => [1, 2];
    }

    private static class ReturnsText
    {
        public static string A() => "12";
    }

    private static class ReturnsEnums
    {
        public static Task<List<DayOfWeek?>> A() => Task.FromResult<List<DayOfWeek?>>([DayOfWeek.Monday]);
    }

    private static class ReturnsValueTask
    {
        public static ValueTask A() => default;
    }

    private static class ReturnsShapes
    {
        public static object A(string which) => which switch { "base" => new Shape(3), "derived" => new Square(3), "round" => new Circle(3), _ => new Point(3) };
    }

    private static class StreamsInts
    {
        public static IAsyncEnumerable<int> A() => throw new NotSupportedException();
    }

    private static class StreamsTexts
    {
        public static IAsyncEnumerable<string> A() => throw new NotSupportedException();
    }

    private static class TakesByReference
    {
        public static int A(ref int x) => x;
    }

    private static class TakesContext
    {
        public static object? A(ResolverContext context) => context.Arguments["x"];
    }

    private static class TakesToken
    {
        public static bool A(CancellationToken cancellationToken) => cancellationToken.CanBeCanceled;
    }

    private static class TakesCaller
    {
        public static string A([Caller] string caller) => caller;
    }

    private sealed class OnAnInstance
    {
        public int A() => GetHashCode();
    }

    private static class ReturnsPairs
    {
        public static (int, List<string>[]) A() => (1, []);
    }

    private static class Twice
    {
        public static int A() => 1;

        public static Task<int> AAsync() => Task.FromResult(1);
    }

    private static class TakesInt
    {
        public static int A(int x) => x;
    }

    private static class TakesInts
    {
        public static int A(int[] x) => x.Length;
    }

    private static class TakesGrid
    {
        public static int A(int[][] x) => x.Length;
    }

    private static class TakesText
    {
        public static int A(string x) => x.Length;
    }

    private static class TakesTexts
    {
        public static int A(IReadOnlyList<string> x) => x.Count;
    }

    private static class TakesParent
    {
        public static int A([Parent] string parent) => parent.Length;
    }

    private static class TakesPoint
    {
        public static int A(Point x) => x.X;
    }

    private static class TakesRequired
    {
        public static int A(Needs x) => x.X;
    }

    private static class TakesTwoConstructors
    {
        public static int A(Uri x) => x.Port;
    }

    private static class ReturnsNothing
    {
        public static void A()
        {
        }
    }

    private static class ReturnsTask
    {
        public static Task A() => Task.CompletedTask;
    }

    private static class ReturnsEnum
    {
        public static DayOfWeek A() => DayOfWeek.Monday;
    }

    private static class Generic
    {
        public static T? A<T>() => default;
    }

    private sealed record Point(int X);

    private record Shape(int Size);

    private sealed record Square(int Size) : Shape(Size);

    private sealed record Circle(int Size) : Shape(Size);

    private sealed record Needs
    {
        public required int X { get; init; }

        public required int Y { get; init; }
    }
}
