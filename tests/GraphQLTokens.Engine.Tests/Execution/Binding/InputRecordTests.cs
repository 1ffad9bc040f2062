using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;

namespace GraphQLTokens.Engine.Tests.Execution.Binding;

public sealed class InputRecordTests
{
    private const string Sdl = """
        enum Color { DEEP_RED GREEN }
        input Inner { n: Int! }
        input Shape { name: String! = "none" size: Int color: Color! = GREEN numbers: [Int] inner: [Inner!] note: String limit: Int kept: Int }
        type Query { show(shape: Shape!): String echo(color: Color!, colors: [Color!]): Color }
        """;

    private static readonly RequestExecutor Executor = new(
        SchemaLoader.Load(Sdl),
        new SchemaBindings().BindEnum<Color>("Color").UseOptional(typeof(Given<>)).AddResolvers("Query", typeof(Resolvers), null));

    public enum Color
    {
        DeepRed,
        Green,
    }

    [Theory]
    [InlineData("{}", "none - Green - - left left 7")]
    [InlineData("""{name: "a", size: 3, color: DEEP_RED, numbers: [1, null], inner: {n: 2}, note: "x", limit: 5, kept: 8}""", "a 3 DeepRed 1,null 2 x 5 8")]
    [InlineData("{size: null, numbers: null, inner: null, note: null, limit: null, kept: null}", "none - Green - - null null -")]
    public async Task A_record_gets_what_was_given_what_is_the_default_and_what_was_left_out(string literal, string shown) =>
        Assert.Equal($$$"""{"data":{"show":"{{{shown}}}"}}""", await RunAsync($"{{ show(shape: {literal}) }}"));

    [Fact]
    public async Task What_a_record_refuses_is_said_in_its_own_words() =>
        Assert.Contains("\"message\":\"no such name\"", await RunAsync("""{ show(shape: {name: "refused"}) }"""), StringComparison.Ordinal);

    [Fact]
    public async Task Enums_go_in_and_out_by_their_names_in_the_schema() =>
        Assert.Equal("""{"data":{"echo":"DEEP_RED","again":"GREEN"}}""", await RunAsync("{ echo(color: DEEP_RED) again: echo(color: GREEN, colors: [DEEP_RED]) }"));

    [Fact]
    public void A_value_that_may_be_given_as_null_needs_a_type_that_holds_it()
    {
        var bindings = new SchemaBindings().UseOptional(typeof(Given<>)).AddResolvers("Query", typeof(TakesGivenInt), null);
        var refusal = Assert.Throws<SchemaBindingException>(() => new RequestExecutor(SchemaLoader.Load("input I { n: Int } type Query { a(i: I!): Int }"), bindings));
        Assert.Equal(["I.n may be null, but the Int32 that takes it may not."], refusal.Faults);
    }

    [Fact]
    public async Task A_type_that_holds_itself_becomes_a_record_that_does()
    {
        var schema = SchemaLoader.Load("input Tree { name: String! branches: [Tree!] } type Query { leaves(tree: Tree!): String other(tree: Tree!): String }");
        var executor = new RequestExecutor(schema, new SchemaBindings().AddResolvers("Query", typeof(TakesTrees), null));
        var answer = await executor.ExecuteAsync(new GraphQLRequest
        {
            Document = "{ leaves(tree: { name: \"a\", branches: [{ name: \"b\" }, { name: \"c\", branches: [{ name: \"d\" }] }] }) other(tree: { name: \"e\" }) }",
        });
        Assert.Equal("{\"data\":{\"leaves\":\"b d\",\"other\":\"e\"}}", TestEngine.Text(answer));
    }

    private static async Task<string> RunAsync(string document) => TestEngine.Text(await Executor.ExecuteAsync(new GraphQLRequest { Document = document }));

    public readonly record struct Given<T>(T? Value)
    {
        public bool IsGiven { get; } = true;

        public string Show() => !IsGiven ? "left" : Value?.ToString() ?? "null";
    }

    private sealed record Inner(int N);

    private sealed record Shape(string Name, int? Size, Color Color, IReadOnlyList<int?>? Numbers, Inner[]? Inner)
    {
        public string Name { get; } = Name == "refused" ? throw new GraphQLException("no such name") : Name;

        public Given<string> Note { get; init; }

        public Given<int?> Limit { get; init; }

        public int? Kept { get; init; } = 7;

        public string ForAnotherDoor { get; init; } = "";
    }

    private sealed record HasGivenInt
    {
        public Given<int> N { get; init; }
    }

    private sealed record Tree(string Name, IReadOnlyList<Tree>? Branches)
    {
        public string Leaves => Branches is null ? Name : string.Join(' ', Branches.Select(branch => branch.Leaves));
    }

    private static class TakesTrees
    {
        public static string Leaves(Tree tree) => tree.Leaves;

        public static string Other(Tree tree) => tree.Leaves;
    }

    private static class TakesGivenInt
    {
        public static int A(HasGivenInt i) => i.N.Value;
    }

    private static class Resolvers
    {
        public static string Show(Shape shape) => string.Join(
            ' ',
            shape.Name,
            shape.Size?.ToString() ?? "-",
            shape.Color,
            shape.Numbers is null ? "-" : string.Join(',', shape.Numbers.Select(number => number?.ToString() ?? "null")),
            shape.Inner is null ? "-" : string.Join(',', shape.Inner.Select(inner => inner.N)),
            shape.Note.Show(),
            shape.Limit.Show(),
            shape.Kept?.ToString() ?? "-");

        public static Color Echo(Color color, IReadOnlyList<Color>? colors) => colors is null or [Color.DeepRed] ? color : throw new GraphQLException("others");
    }
}
