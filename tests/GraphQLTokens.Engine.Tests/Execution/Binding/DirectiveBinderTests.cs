using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.TypeSystem.Types;
using static GraphQLTokens.Engine.Tests.Execution.TestEngine;

namespace GraphQLTokens.Engine.Tests.Execution.Binding;

public sealed class DirectiveBinderTests
{
    private const string Sdl = """
        directive @log(as: String!) repeatable on FIELD_DEFINITION | OBJECT
        directive @hide on OBJECT
        type Query { open: String plain(x: Int! = 0): String @log(as: "c") @log(as: "d") secrets: [Secret] any: Any item: Item }
        extend type Query @log(as: "a")
        extend type Query @log(as: "b")
        type Secret @hide { id: Int }
        type Open { id: Int }
        type Item { open: String }
        union Any = Secret | Open
        """;

    [Fact]
    public async Task Links_run_from_the_type_to_the_field_in_the_order_of_the_schema()
    {
        var log = new List<string>();
        var engine = Engine(log);
        engine["Query.plain"] = _ => { log.Add("resolver"); return "x"; };
        Assert.Equal("""{"data":{"plain":"x"}}""", await engine.RunAsync("{ plain }"));
        Assert.Equal(["a", "b", "c", "d", "resolver", "/d", "/c", "/b", "/a"], log);
    }

    [Fact]
    public async Task Meta_fields_and_fields_of_other_types_have_no_links()
    {
        var log = new List<string>();
        var engine = Engine(log);
        engine["Query.item"] = _ => Map("open", "yes");
        await engine.RunAsync("{ __typename __schema { queryType { name } } item { open __typename } }");

        Assert.Equal(["a", "b", "/b", "/a"], log);
    }

    [Fact]
    public async Task A_link_that_does_not_go_on_answers_instead()
    {
        var engine = Engine([], refuse: "c");
        engine["Query.plain"] = _ => throw new InvalidOperationException("must not run");
        Assert.Equal("""{"errors":[{"message":"stopped at c","locations":[{"line":1,"column":3}],"path":["plain"]}],"data":{"plain":null}}""", await engine.RunAsync("{ plain }"));
    }

    [Fact]
    public async Task Arguments_are_coerced_before_any_link_runs()
    {
        var log = new List<string>();
        var response = await Engine(log).RunAsync("query ($x: Int = 1) { plain(x: $x) }", """{"x":null}""");

        Assert.Contains("BAD_USER_INPUT", response, StringComparison.Ordinal);
        Assert.Empty(log);
    }

    [Fact]
    public async Task Objects_of_a_guarded_type_are_judged_wherever_they_are_reached()
    {
        var engine = Engine([]);
        engine["Query.secrets"] = _ => new[] { Map("id", 1), Map("id", 2) };
        engine["Query.any"] = _ => Map("__typename", "Secret", "id", 2);
        var response = await engine.RunAsync("{ secrets { id } any { ... on Secret { id } } other: any { __typename } }");

        Assert.EndsWith("""{"secrets":[{"id":1},null],"any":null,"other":null}}""", response, StringComparison.Ordinal);
        Assert.Equal(["any", "other", "secrets[1]"], ErrorPaths.Of(response));
    }

    private static TestEngine Engine(List<string> log, string? refuse = null) =>
        new(Sdl, bindings: new SchemaBindings().AddDirective(new Log(log, refuse)).AddDirective(new Hide()));

    private sealed class Log(List<string> log, string? refuse) : IDirectiveHandler
    {
        public string Name => "log";

        public FieldMiddleware OnField(AppliedDirective directive, FieldDefinition field) => Link((string)directive.Arguments["as"]!);

        public FieldMiddleware OnFieldOf(AppliedDirective directive, ObjectType type, FieldDefinition field) => Link((string)directive.Arguments["as"]!);

        private FieldMiddleware Link(string name) => async (context, next) =>
        {
            if (name == refuse)
                throw new GraphQLException($"stopped at {name}");
            log.Add(name);
            var value = await next(context);
            log.Add($"/{name}");
            return value;
        };
    }

    private sealed class Hide : IDirectiveHandler
    {
        public string Name => "hide";

        public ObjectGuard OnObject(AppliedDirective directive, ObjectType type) => (value, caller) =>
            Equals(caller, "caller") && Equals(((IReadOnlyDictionary<string, object?>)value)["id"], 2) ? new GraphQLError("hidden") : null;
    }
}
