using GraphQLTokens.Engine;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.TypeSystem.Types;
using GraphQLTokens.Service.Access.Directives;

namespace GraphQLTokens.Service.Tests.GraphQL;

/// <summary>Code that does not fit the schema keeps a service from starting, and the place is named.</summary>
public sealed class BindingRefusalTests
{
    private const string Directives = """
        directive @requiresPermission(allOf: [Permission!], anyOf: [Permission!], exceptSelf: String, exceptOwn: Boolean = false) on OBJECT | FIELD_DEFINITION
        directive @note on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION | ARGUMENT_DEFINITION | SCALAR | SCHEMA
        enum Permission { A B }
        """;

    public static TheoryData<string, string> Misfits => new()
    {
        { "type Query { hello(name: String): String more: Int }", "Query.more has no resolver" },
        { "type Query { hello(name: String): String } type Other { x: Int }", "Other.x has no resolver" },
        { "type Query { bye: String }", "resolves Query.hello, which the schema does not have" },
        { "type Query { hello(name: String, loud: Boolean): String }", "Query.hello(loud:) would be ignored" },
        { "type Query { hello: String }", "Query.hello: the parameter name of Greetings.Hello stands for no argument" },
        { "type Query { hello(name: Int): String }", "Query.hello" },
        { "type Query { hello(name: [String]): String }", "Query.hello" },
        { "type Query { hello(name: String): [String] }", "Query.hello is a list, but its resolver returns String" },
        { "type Query { hello(name: String): Thing } type Thing { length: Int }", "Query.hello is of type Thing, but its resolver returns String" },
        { "type Query { hello(name: String): String @note }", "@note on Query.hello has no handler" },
        { "type Query @note { hello(name: String): String }", "@note on Query has no handler" },
        { "type Query { hello(name: String @note): String }", "@note on Query.hello(name:) has no effect there" },
        { "type Query { hello(name: String): String } interface I @note { x: Int }", "@note on I has no effect there" },
        { "type Query { hello(name: String): String } interface I { x: Int @note }", "@note on I.x has no effect there" },
        { "type Query { hello(name: String): String } enum E @note { V }", "@note on E has no effect there" },
        { "type Query { hello(name: String): String } enum E { V @note }", "@note on E.V has no effect there" },
        { "type Query { hello(name: String): String } input In @note { x: Int }", "@note on In has no effect there" },
        { "type Query { hello(name: String): String } input In { x: Int @note }", "@note on In.x has no effect there" },
        { "type Query { hello(name: String): String } scalar S @note", "@note on S has no effect there" },
        { "schema @note { query: Query } type Query { hello(name: String): String }", "@note on the schema has no effect there" },
        { "type Query { hello(name: String): String @requiresPermission }", "names no permission" },
        { "type Query { hello(name: String): String @requiresPermission(allOf: [], anyOf: []) }", "names no permission" },
        { "type Query { hello(name: String): String @requiresPermission(allOf: [A], exceptSelf: \"id\") }", "Query.hello: exceptSelf names \"id\", which is no argument of the field" },
        { "type Query { hello(name: String): String @requiresPermission(allOf: [A], exceptSelf: \"name.id\") }", "exceptSelf names \"name.id\"" },
        { "type Query { hello(name: String): String @requiresPermission(allOf: [C]) }", "C" },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void A_schema_that_the_code_does_not_fit_is_refused_with_the_place(string sdl, string place)
    {
        var refusal = Assert.ThrowsAny<Exception>(() => Bind(sdl, new Greetings()));
        Assert.Contains(place, refusal.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Every_place_is_told_at_once()
    {
        var refusal = Assert.Throws<SchemaBindingException>(() => Bind("type Query { hello(name: String): String @note a: Int b: Int }", new Greetings()));
        Assert.Equal(3, refusal.Faults.Count);
    }

    [Fact]
    public void Two_resolvers_of_one_field_are_refused()
    {
        var bindings = new SchemaBindings().AddResolvers("Query", new Greetings()).AddResolvers("Query", new OtherGreetings());
        var refusal = Assert.Throws<SchemaBindingException>(() => new RequestExecutor(SchemaLoader.Load("type Query { hello(name: String): String }"), bindings));
        Assert.Contains("Query.hello has two resolvers", refusal.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_fits_is_bound() => Assert.NotNull(Bind("type Query { hello(name: String): String @requiresPermission(anyOf: [B], exceptSelf: \"name\") }", new Greetings()));

    private static RequestExecutor Bind<T>(string sdl, T resolvers)
        where T : class =>
        new(SchemaLoader.Load(Directives + sdl), new SchemaBindings().AddResolvers("Query", resolvers).AddDirective(new RequiresPermissionDirective(null!)));

    private sealed class Greetings
    {
        public static string Hello(string? name) => $"Hello {name}";
    }

    private sealed class OtherGreetings
    {
        public static string Hello(string? name) => $"Hi {name}";
    }
}
