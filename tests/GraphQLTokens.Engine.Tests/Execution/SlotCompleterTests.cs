using System.Collections.Immutable;
using GraphQLTokens.Engine.Errors;
using static GraphQLTokens.Engine.Tests.Execution.TestEngine;

namespace GraphQLTokens.Engine.Tests.Execution;

public sealed class SlotCompleterTests
{
    private const string Sdl = """
        interface Named { name: String! }
        type Cat implements Named { name: String! lives: Int! }
        type Dog implements Named { name: String! barks: Boolean }
        union Pet = Cat | Dog
        type Box { id: Int! may: String must: String! inner: Box innerMust: Box! boxes: [Box!] boxesMay: [Box] }
        type Query { box: Box boxMust: Box! numbers: [Int] strict: [Int!] strictest: [Int!]! grid: [[Int!]] pet: Pet petMust: Pet! named: [Named] text: String }
        """;

    public static TheoryData<string, object?, string, string[]> Nulls { get; } = new()
    {
        { "box { may }", Map("may", null), """{"box":{"may":null}}""", [] },
        { "box { must may }", Map("must", null), """{"box":null}""", ["box.must"] },
        { "box { inner { must } may }", Map("inner", Map("must", null), "may", "x"), """{"box":{"inner":null,"may":"x"}}""", ["box.inner.must"] },
        { "box { innerMust { innerMust { must } } }", Map("innerMust", Map("innerMust", Map("must", null))), """{"box":null}""", ["box.innerMust.innerMust.must"] },
        { "box { boxes { must } }", Map("boxes", new[] { Map("must", "a"), Map("must", null) }), """{"box":{"boxes":null}}""", ["box.boxes[1].must"] },
        { "box { boxesMay { must } }", Map("boxesMay", new[] { Map("must", null), Map("must", "b") }), """{"box":{"boxesMay":[null,{"must":"b"}]}}""", ["box.boxesMay[0].must"] },
        { "boxMust { must }", Map("must", null), "null", ["boxMust.must"] },
        { "numbers", new object?[] { 1, null, 3 }, """{"numbers":[1,null,3]}""", [] },
        { "strict", new object?[] { 1, null, 3 }, """{"strict":null}""", ["strict[1]"] },
        { "strictest", new object?[] { 1, null, 3 }, "null", ["strictest[1]"] },
        { "grid", new object?[] { new[] { 1 }, new object?[] { 2, null }, null }, """{"grid":[[1],null,null]}""", ["grid[1][1]"] },
    };

    [Theory]
    [MemberData(nameof(Nulls))]
    public async Task Null_passes_on_to_the_nearest_place_that_may_hold_it(string selection, object? value, string data, string[] paths)
    {
        foreach (var resolve in (Func<object?, object?>[])[now => now, Later])
        {
            var engine = new TestEngine(Sdl) { [$"Query.{selection.Split(' ')[0]}"] = _ => resolve(value) };
            foreach (var field in (string[])["may", "must", "inner", "innerMust", "boxes", "boxesMay"])
                engine[$"Box.{field}"] = context => resolve(((IReadOnlyDictionary<string, object?>)context.Parent!).GetValueOrDefault(field));
            var response = await engine.RunAsync($"{{ {selection} }}");

            Assert.EndsWith($"\"data\":{(data[0] == '{' ? data : "null")}}}", response, StringComparison.Ordinal);
            Assert.Equal(paths, ErrorPaths.Of(response));
        }
    }

    [Fact]
    public async Task An_item_that_cannot_be_written_is_an_error_of_its_own_place()
    {
        var engine = new TestEngine(Sdl) { ["Query.numbers"] = _ => new object[] { 1, "two", 3, new GraphQLException("not this one") } };
        var response = await engine.RunAsync("{ numbers }");

        Assert.EndsWith("""{"numbers":[1,null,3,null]}}""", response, StringComparison.Ordinal);
        Assert.Equal(["numbers[1]", "numbers[3]"], ErrorPaths.Of(response));
    }

    public static TheoryData<object> Lists { get; } = [new[] { 1, 2 }, new List<int> { 1, 2 }, ImmutableArray.Create(1, 2), new HashSet<int> { 1, 2 }, Enumerable.Range(1, 2), new ArraySegment<int>([0, 1, 2], 1, 2)];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Any_sequence_is_a_list(object value)
    {
        var engine = new TestEngine(Sdl) { ["Query.strictest"] = _ => value };
        Assert.Equal("""{"data":{"strictest":[1,2]}}""", await engine.RunAsync("{ strictest }"));
    }

    [Theory]
    [InlineData("pet", """{"pet":null,"__typename":"Query"}""")]
    [InlineData("petMust", "null")]
    public async Task An_object_whose_type_cannot_be_told_is_an_error_of_its_own_place(string field, string data)
    {
        var engine = new TestEngine(Sdl) { [$"Query.{field}"] = _ => 5 };
        var response = await engine.RunAsync($"{{ {field} {{ __typename }} __typename }}");

        Assert.EndsWith($"\"data\":{data}}}", response, StringComparison.Ordinal);
        Assert.Equal([field], ErrorPaths.Of(response));
        Assert.Single(engine.Log.Complaints);
    }

    [Theory]
    [InlineData("text")]
    [InlineData(5)]
    public async Task What_is_no_sequence_is_no_list(object value)
    {
        var engine = new TestEngine(Sdl) { ["Query.numbers"] = _ => value };
        Assert.Contains("Expected Iterable, but did not find one for field \\\"Query.numbers\\\".", await engine.RunAsync("{ numbers }"), StringComparison.Ordinal);
    }

    private static IEnumerable<int> Failing(Exception exception)
    {
        yield return 1;
        throw exception;
    }

    [Fact]
    public async Task A_list_that_fails_while_it_is_read_is_an_error_of_the_list()
    {
        var engine = new TestEngine(Sdl)
        {
            ["Query.grid"] = _ => new[] { Failing(new GraphQLException("ran out")), [2] },
            ["Query.numbers"] = _ => Failing(new OperationCanceledException()),
        };
        var response = await engine.RunAsync("{ grid numbers }");

        Assert.EndsWith("""{"grid":[null,[2]],"numbers":null}}""", response, StringComparison.Ordinal);
        Assert.Contains("ran out", response, StringComparison.Ordinal);
        Assert.Equal(["grid[0]", "numbers"], ErrorPaths.Of(response));
    }

    [Fact]
    public async Task Abstract_types_answer_what_is_selected_for_the_type_of_each_object()
    {
        var engine = new TestEngine(Sdl)
        {
            ["Query.pet"] = _ => Map("__typename", "Cat", "name", "Tom", "lives", 9),
            ["Query.named"] = _ => new[] { Map("__typename", "Dog", "name", "Rex", "barks", true), Map("__typename", "Cat", "name", "Tom", "lives", 9) },
        };
        Assert.Equal(
            """{"data":{"pet":{"__typename":"Cat","lives":9},"named":[{"name":"Rex","barks":true},{"name":"Tom","lives":9}]}}""",
            await engine.RunAsync("{ pet { __typename ... on Dog { barks } ...C } named { name ... on Dog { barks } ...C } } fragment C on Cat { lives }"));
    }

    [Theory]
    [InlineData("Box")]
    [InlineData("Nothing")]
    [InlineData(null)]
    public async Task An_object_of_a_type_that_may_not_stand_there_is_an_error(string? type)
    {
        var engine = new TestEngine(Sdl) { ["Query.named"] = _ => new[] { Map("__typename", type), Map("__typename", "Dog", "name", "Rex") } };
        var response = await engine.RunAsync("{ named { name } }");

        Assert.EndsWith("""{"named":[null,{"name":"Rex"}]}}""", response, StringComparison.Ordinal);
        Assert.Contains("Abstract type \\\"Named\\\" did not resolve to one of its object types at field \\\"Query.named\\\".", response, StringComparison.Ordinal);
    }
}
