using System.Text;
using System.Text.Json;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Execution.Coercion;
using GraphQLTokens.Engine.Execution.Plans;
using GraphQLTokens.Engine.Language;
using static GraphQLTokens.Engine.Tests.Execution.TestEngine;

namespace GraphQLTokens.Engine.Tests.Execution.Plans;

public sealed class PreparedOperationTests
{
    private const string Sdl = "interface Node { id: Int } type Item implements Node { id: Int name: String item: Item } type Query { a: Int b: Int c: Int item: Item node: Node }";

    private static readonly ExecutableSchema Schema = SchemaBinder.Bind(
        SchemaLoader.Load(Sdl), new SchemaBindings().UseFallback((_, _) => _ => default, _ => null));

    private static TestEngine Engine() => new(Sdl)
    {
        ["Query.a"] = _ => 1,
        ["Query.b"] = _ => 2,
        ["Query.c"] = _ => 3,
        ["Query.item"] = _ => Map("id", 4, "name", "five", "item", Map("id", 6)),
        ["Query.node"] = _ => Map("__typename", "Item", "id", 7, "name", "eight"),
    };

    // A plan is kept for each combination of what its conditions come to, wherever in the operation they stand.
    [Theory]
    [InlineData("{ a b @include(if: $v) }")]
    [InlineData("{ a ... @include(if: $v) { b } }")]
    [InlineData("{ a ... { b @include(if: $v) } }")]
    [InlineData("{ a ... on Query { ... { b @skip(if: $w) } } }")]
    [InlineData("{ a ...F @include(if: $v) } fragment F on Query { b }")]
    [InlineData("{ a ...F } fragment F on Query { b @include(if: $v) }")]
    [InlineData("{ a ...f ...F } fragment f on Query { a } fragment F on Query { ... { ...G } } fragment G on Query { b @include(if: $v) }")]
    [InlineData("{ a b @include(if: $v) @skip(if: $V) }")]
    public async Task Each_request_has_the_fields_of_its_own_conditions(string document)
    {
        var engine = Engine();
        var names = string.Join(' ', ((string[])["$v", "$w", "$V"]).Where(name => document.Contains(name + ")", StringComparison.Ordinal)).Select(name => $"{name}: Boolean!"));
        foreach (var included in (bool[])[true, false, true])
        {
            Assert.Equal(
                included ? """{"data":{"a":1,"b":2}}""" : """{"data":{"a":1}}""",
                await engine.RunAsync($"query ({names}) {document}", $"{{\"v\":{(included ? "true" : "false")},\"w\":{(included ? "false" : "true")},\"V\":false}}"));
        }
    }

    [Theory]
    [InlineData("{ c a b a }", """{"c":3,"a":1,"b":2}""")]
    [InlineData("{ ...F a } fragment F on Query { b a }", """{"b":2,"a":1}""")]
    [InlineData("{ item { id } a item { name } }", """{"item":{"id":4,"name":"five"},"a":1}""")]
    [InlineData("{ item { ...F id ...F item { id } } } fragment F on Item { name item { name } }", """{"item":{"name":"five","item":{"name":null,"id":6},"id":4}}""")]
    [InlineData("{ node { ... on Item { name } ... on Node { id } __typename } }", """{"node":{"name":"eight","id":7,"__typename":"Item"}}""")]
    [InlineData("{ a @skip(if: true) b @include(if: false) c @skip(if: false) @include(if: true) }", """{"c":3}""")]
    [InlineData("{ a @skip(if: true) b a }", """{"b":2,"a":1}""")]
    [InlineData("{ ... @skip(if: true) { a } ...F @include(if: false) ...F b } fragment F on Query { c }", """{"c":3,"b":2}""")]
    [InlineData("{ a @skip(if: true) @include(if: true) b }", """{"b":2}""")]
    public async Task Fields_are_collected_in_the_order_in_which_the_document_first_asks_for_them(string document, string data) =>
        Assert.Equal($$"""{"data":{{data}}}""", await Engine().RunAsync(document));

    [Theory]
    [InlineData("""{"a":true,"b":true}""", """{"b":2,"c":3}""")]
    [InlineData("""{"a":false,"b":true}""", """{"a":1,"b":2,"c":3}""")]
    [InlineData("""{"a":true,"b":false}""", """{"c":3}""")]
    [InlineData("""{"a":false}""", """{"a":1,"c":3}""")]
    public async Task Conditions_by_variables_are_decided_for_each_request(string variables, string data)
    {
        var engine = Engine();
        for (var round = 0; round < 2; round++)
            Assert.Equal($$"""{"data":{{data}}}""", await engine.RunAsync("query ($a: Boolean!, $b: Boolean = false) { a @skip(if: $a) ... @include(if: $b) { b } c }", variables));
    }

    [Fact]
    public void Keeps_a_bounded_number_of_plans_and_answers_every_combination()
    {
        var document = new StringBuilder("query (");
        for (var index = 0; index < 8; index++)
            document.Append($"$v{index}: Boolean! ");
        document.Append(") {");
        for (var index = 0; index < 8; index++)
            document.Append($" f{index}: a @include(if: $v{index})");
        var operation = new PreparedDocument(Schema, Parser.Parse(document.Append('}').ToString())).FindOperation(null)!;

        for (var combination = 0; combination < 256; combination++)
        {
            var included = Enumerable.Range(0, 8).Where(index => (combination >> index & 1) == 1).ToList();
            var plan = operation.PlanFor(Variables(operation, included));
            Assert.Equal(included.Select(index => $"f{index}"), plan.Root.Fields.Select(field => field.ResponseName));
        }

        Assert.Equal(32, operation.PlanCount);
    }

    [Fact]
    public void Requests_at_once_share_one_plan_of_what_an_object_selects()
    {
        var operation = new PreparedDocument(Schema, Parser.Parse("{ item { id name } }")).FindOperation(null)!;
        var field = operation.PlanFor(Variables(operation, [])).Root.Fields.Single();
        var plans = new SelectionSetPlan[64];
        Parallel.For(0, plans.Length, index => plans[index] = field.SelectionFor(field.Binding.Object!));

        Assert.All(plans, found => Assert.Same(plans[0], found));
    }

    [Theory]
    [InlineData("query A { a } query B { b }", "B", """{"data":{"b":2}}""")]
    [InlineData("{ a }", null, """{"data":{"a":1}}""")]
    [InlineData("{ a }", "", """{"errors":[{"message":"Unknown operation named \"\".","extensions":{"code":"OPERATION_RESOLUTION_FAILURE"}}]}""")]
    [InlineData("query A { a } query B { b }", null, """{"errors":[{"message":"Must provide operation name if query contains multiple operations.","extensions":{"code":"OPERATION_RESOLUTION_FAILURE"}}]}""")]
    [InlineData("query A { a }", "C", """{"errors":[{"message":"Unknown operation named \"C\".","extensions":{"code":"OPERATION_RESOLUTION_FAILURE"}}]}""")]
    public async Task The_operation_is_chosen_by_name(string document, string? name, string response) =>
        Assert.Equal(response, await Engine().RunAsync(document, operation: name));

    private static VariableValues Variables(PreparedOperation operation, IReadOnlyCollection<int> included)
    {
        var json = JsonSerializer.SerializeToElement(Enumerable.Range(0, 8).ToDictionary(index => $"v{index}", included.Contains));
        Assert.True(operation.Variables.TryCoerce(json, out var variables, out _));
        return variables;
    }
}
