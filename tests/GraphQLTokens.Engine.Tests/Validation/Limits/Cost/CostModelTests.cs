using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Validation.Limits.Cost;

namespace GraphQLTokens.Engine.Tests.Validation.Limits.Cost;

public sealed class CostModelTests
{
    private const string Directives = """
        directive @cost(weight: String!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
        directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION

        """;

    [Theory]
    [InlineData("type Query @cost(weight: \"much\") { a: Int }", "@cost on Query has the weight \"much\", which is no number.")]
    [InlineData("type Query { a: Int @cost(weight: \"NaN\") }", "@cost on Query.a has the weight \"NaN\", which is no number.")]
    [InlineData("type Query { a(b: Int @cost(weight: \"\")): Int }", "@cost on Query.a.b has the weight \"\", which is no number.")]
    [InlineData("type Query { a: Int } input I { b: Int @cost(weight: \"x\") }", "@cost on I.b has the weight \"x\", which is no number.")]
    [InlineData("type Query { a(first: Int): [Int] @listSize(slicingArguments: [\"last\"]) }", "@listSize on Query.a slices by last, which is no integer argument of it.")]
    [InlineData("type Query { a(p: P): [Int] @listSize(slicingArguments: [\"p.last\"]) } input P { first: Int }", "@listSize on Query.a slices by p.last, which is no integer argument of it.")]
    [InlineData("type Query { a(p: P): [Int] @listSize(slicingArguments: [\"p\"]) } input P { first: Int }", "@listSize on Query.a slices by p, which is no integer argument of it.")]
    [InlineData("type Query { a(first: Int): [Int] @listSize(slicingArguments: [\"first.most\"]) }", "@listSize on Query.a slices by first.most, which is no integer argument of it.")]
    [InlineData("type Query { a(first: [Int]): [Int] @listSize(slicingArguments: [\"first\"]) }", "@listSize on Query.a slices by first, which is no integer argument of it.")]
    [InlineData("type Query { a(first: Int): Query @listSize(slicingArguments: [\"first\"], sizedFields: [\"nodes\"]) }", "@listSize on Query.a sizes nodes, which is no list of Query.")]
    [InlineData("type Query { a(first: Int): Query @listSize(slicingArguments: [\"first\"], sizedFields: [\"a\"]) }", "@listSize on Query.a sizes a, which is no list of Query.")]
    public void Names_what_makes_no_sense(string sdl, string fault)
    {
        var faults = new List<string>();
        CostModel.Create(SchemaLoader.Load(Directives + sdl), faults);

        Assert.Equal([fault], faults);
    }

    [Fact]
    public void Such_a_schema_does_not_start()
    {
        var schema = SchemaLoader.Load(Directives + "type Query { a: Int @cost(weight: \"x\") }");
        var bindings = new SchemaBindings().UseFallback((_, _) => _ => default, _ => null);

        Assert.Throws<SchemaBindingException>(() => new RequestExecutor(schema, bindings));
    }

    [Fact]
    public void The_directives_need_no_handler_wherever_they_stand()
    {
        var schema = SchemaLoader.Load(Directives + """
            scalar S @cost(weight: "1") enum E @cost(weight: "1") { A }
            interface Node { all: [Node] @listSize(assumedSize: 2) id: ID @cost(weight: "1") }
            type Query implements Node @cost(weight: "1") { all: [Node] @listSize(assumedSize: 2) id: ID @cost(weight: "-1.5e1") a(b: Int @cost(weight: "1")): S }
            """);

        Assert.NotNull(new RequestExecutor(schema, new SchemaBindings().UseFallback((_, _) => _ => default, _ => null)));
    }

    [Fact]
    public void Weights_may_be_written_as_integers()
    {
        var faults = new List<string>();
        var schema = SchemaLoader.Load("directive @cost(weight: Int!) on FIELD_DEFINITION type Query { a: Int @cost(weight: 7) }");

        Assert.Equal(7, CostModel.Create(schema, faults).Of(schema.QueryType.Fields["a"]).Weight);
        Assert.Empty(faults);
    }
}
