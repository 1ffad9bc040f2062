namespace GraphQLTokens.Engine.Tests.Execution.Coercion;

public sealed class VariableDefinitionsTests
{
    private const string Sdl = """
        scalar Any
        enum Color { RED GREEN }
        input Point { x: Int! y: Int! = 5 names: [String!] color: Color inner: Point }
        input Pair { note: String first: Int! second: Int! }
        input Key @oneOf { id: ID name: String }
        type Query { echo(int: Int, must: Int!, ints: [Int!], grid: [[Int]], point: Point, points: [Point!], pair: Pair, key: Key, color: Color, any: Any, dflt: Int = 9): String }
        """;

    [Theory]
    [InlineData("Int!", "{}", "Variable \"$v\" of required type \"Int!\" was not provided.")]
    [InlineData("Int!", """{"v":null}""", "Variable \"$v\" of non-null type \"Int!\" must not be null.")]
    [InlineData("Int", """{"v":"1"}""", "Variable \"$v\" got an invalid value; Int cannot represent non-integer value: \"1\"")]
    [InlineData("Int", """{"v":1.5}""", "Variable \"$v\" got an invalid value; Int cannot represent non-integer value: 1.5")]
    [InlineData("Int", """{"v":2147483648}""", "Variable \"$v\" got an invalid value; Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("Int", """{"v":-2147483649}""", "Variable \"$v\" got an invalid value; Int cannot represent non 32-bit signed integer value: -2147483649")]
    [InlineData("[Int!]", """{"v":[1,null]}""", "Variable \"$v\" got an invalid value at \"v[1]\"; Expected non-nullable type \"Int!\" not to be null.")]
    [InlineData("[Int!]", """{"v":"1"}""", "Variable \"$v\" got an invalid value; Int cannot represent non-integer value: \"1\"")]
    [InlineData("Pair", "{\"v\":{}}", "Variable \"$v\" got an invalid value; Field \"first\" of required type \"Int!\" was not provided.")]
    [InlineData("Pair", """{"v":{"first":1}}""", "Variable \"$v\" got an invalid value; Field \"second\" of required type \"Int!\" was not provided.")]
    [InlineData("Pair", """{"v":{"second":1}}""", "Variable \"$v\" got an invalid value; Field \"first\" of required type \"Int!\" was not provided.")]
    [InlineData("Color", """{"v":1}""", "Variable \"$v\" got an invalid value; Enum \"Color\" cannot represent non-string value: 1.")]
    [InlineData("Color", """{"v":"BLUE"}""", "Variable \"$v\" got an invalid value; Value \"BLUE\" does not exist in \"Color\" enum.")]
    [InlineData("Point", """{"v":1}""", "Variable \"$v\" got an invalid value; Expected type \"Point\" to be an object.")]
    [InlineData("Point", """{"v":{}}""", "Variable \"$v\" got an invalid value; Field \"x\" of required type \"Int!\" was not provided.")]
    [InlineData("Point", """{"v":{"x":1,"z":2}}""", "Variable \"$v\" got an invalid value; Field \"z\" is not defined by type \"Point\".")]
    [InlineData("Point", """{"v":{"x":1,"y":null}}""", "Variable \"$v\" got an invalid value at \"v.y\"; Expected non-nullable type \"Int!\" not to be null.")]
    [InlineData("Point", """{"v":{"x":1,"inner":{"x":1,"names":["a",null]}}}""", "Variable \"$v\" got an invalid value at \"v.inner.names[1]\"; Expected non-nullable type \"String!\" not to be null.")]
    [InlineData("Key", """{"v":{"id":1.5}}""", "Variable \"$v\" got an invalid value at \"v.id\"; ID cannot represent value: 1.5")]
    [InlineData("Key", """{"v":{"id":true}}""", "Variable \"$v\" got an invalid value at \"v.id\"; ID cannot represent value: true")]
    [InlineData("Key", "{\"v\":{}}", "Variable \"$v\" got an invalid value; Exactly one key must be specified for OneOf type \"Key\", and not null.")]
    [InlineData("Key", """{"v":{"id":1,"name":"a"}}""", "Variable \"$v\" got an invalid value; Exactly one key must be specified for OneOf type \"Key\", and not null.")]
    [InlineData("Key", """{"v":{"id":null}}""", "Variable \"$v\" got an invalid value; Exactly one key must be specified for OneOf type \"Key\", and not null.")]
    public async Task Says_which_variable_does_not_coerce_and_where(string type, string variables, string message)
    {
        var argument = type switch { "Int!" => "must", "Int" => "int", "[Int!]" => "ints", "Color" => "color", "Point" => "point", "Pair" => "pair", _ => "key" };
        var response = await new TestEngine(Sdl).RunAsync($"query ($v: {type}) {{ echo({argument}: $v{(argument == "must" ? "" : ", must: 1")}) }}", variables);

        var words = message.Replace("\"", "\\\"", StringComparison.Ordinal);
        Assert.Equal($$$"""{"errors":[{"message":"{{{words}}}","locations":[{"line":1,"column":8}],"extensions":{"code":"BAD_USER_INPUT"}}]}""", response);
    }

    [Theory]
    [InlineData(100, "")]
    [InlineData(101, "...")]
    public async Task What_is_long_is_shown_cut_short(int length, string end)
    {
        var response = await new TestEngine(Sdl).RunAsync("query ($v: Color) { echo(color: $v, must: 1) }", $"{{\"v\":\"{new string('a', length)}\"}}");

        Assert.Contains($"Value \\\"{new string('a', 100)}{end}\\\" does not exist", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_every_variable_that_does_not_coerce() => Assert.Equal(
        2, (await new TestEngine(Sdl).RunAsync("query ($a: Int!, $b: Int!) { a: echo(must: $a) b: echo(must: $b) }")).Split("was not provided").Length - 1);

    public static TheoryData<string, string, string> Values { get; } = new()
    {
        { "query ($v: Int = 3) { echo(must: 1, int: $v) }", "{}", "int=3 must=1 dflt=9" },
        { "query ($v: Int = 3) { echo(must: 1, int: $v) }", """{"v":null}""", "int=null must=1 dflt=9" },
        { "query ($v: Int) { echo(must: 1, int: $v, dflt: $v) }", "{}", "must=1 dflt=9" },
        { "query ($v: Int) { echo(must: 1, dflt: $v) }", """{"v":null}""", "must=1 dflt=null" },
        { "query ($v: [Int!]) { echo(must: 1, ints: $v) }", """{"v":4}""", "must=1 ints=[4] dflt=9" },
        { "query ($v: [[Int]]) { echo(must: 1, grid: $v) }", """{"v":[[1],null,2]}""", "must=1 grid=[[1],null,[2]] dflt=9" },
        { "query ($v: Int) { echo(must: 1, grid: [[$v, 1], null]) }", "{}", "must=1 grid=[[null,1],null] dflt=9" },
        { "query ($v: Point) { echo(must: 1, point: $v) }", """{"v":{"x":1,"names":"a"}}""", "must=1 point={x=1 y=5 names=[a]} dflt=9" },
        { "query ($v: Int!, $n: [String!]) { echo(must: 1, points: {x: $v, names: $n, inner: {x: 2, y: $v}}) }", """{"v":7}""", "must=1 points=[{x=7 y=5 inner={x=2 y=7}}] dflt=9" },
        { "query ($v: ID!) { echo(must: 1, key: {id: $v}) }", """{"v":12}""", "must=1 key={id=12} dflt=9" },
        { "query ($v: [Int!]) { echo(must: 1, ints: $v) }", """{"v":[2147483647,-2147483648]}""", "must=1 ints=[2147483647,-2147483648] dflt=9" },
        { "query ($v: ID!) { echo(must: 1, key: {id: $v}) }", """{"v":9007199254740993}""", "must=1 key={id=9007199254740993} dflt=9" },
        { "query ($v: ID!) { echo(must: 1, key: {id: $v}) }", """{"v":1e20}""", "must=1 key={id=100000000000000000000} dflt=9" },
        { "query ($v: Color) { echo(must: 1, color: $v) }", """{"v":"RED"}""", "must=1 color=RED dflt=9" },
        { "query ($v: Int, $w: Any) { echo(must: 1, any: {a: [$v, 2], w: $w, gone: $v}) }", """{"w":{"deep":[true,null,1.5]}}""", """must=1 any={"a":[null,2],"w":{"deep":[true,null,1.5]}} dflt=9""" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Arguments_get_what_variables_literals_and_defaults_make(string document, string variables, string expected)
    {
        var engine = new TestEngine(Sdl) { ["Query.echo"] = context => InputText.Of(context.Arguments) };
        Assert.Equal(expected, System.Text.Json.JsonDocument.Parse(await engine.RunAsync(document, variables)).RootElement.GetProperty("data").GetProperty("echo").GetString());
    }

    // Arguments without variables are coerced once for all requests.
    [Theory]
    [InlineData("must: $v", "must=# dflt=9")]
    [InlineData("must: 1, ints: [$v]", "must=1 ints=[#] dflt=9")]
    [InlineData("must: 1, grid: [[0], [0, $v]]", "must=1 grid=[[0],[0,#]] dflt=9")]
    [InlineData("must: 1, point: { x: $v }", "must=1 point={x=# y=5} dflt=9")]
    [InlineData("must: 1, points: [{ x: 0 }, { x: 0, inner: { x: $v } }]", "must=1 points=[{x=0 y=5},{x=0 y=5 inner={x=# y=5}}] dflt=9")]
    [InlineData("must: 1, any: { a: [{ b: $v }] }", """must=1 any={"a":[{"b":#}]} dflt=9""")]
    [InlineData("must: 1", "must=1 dflt=9")]
    public async Task Each_request_has_the_arguments_of_its_own_variables(string arguments, string values)
    {
        var engine = new TestEngine(Sdl) { ["Query.echo"] = context => InputText.Of(context.Arguments) };
        foreach (var value in (string[])["7", "8", "7"])
        {
            using var answer = System.Text.Json.JsonDocument.Parse(await engine.RunAsync($"query ($v: Int!) {{ echo({arguments}) other: echo(must: $v) }}", $"{{\"v\":{value}}}"));
            Assert.Equal(values.Replace("#", value, StringComparison.Ordinal), answer.RootElement.GetProperty("data").GetProperty("echo").GetString());
        }
    }

    [Theory]
    [InlineData("query ($v: Int = 1) { echo(must: $v) }", """{"v":null}""", "Argument \\\"must\\\" of non-null type \\\"Int!\\\" must not be null.", 34)]
    [InlineData("query ($v: Int = 1) { echo(must: 1, ints: [$v]) }", """{"v":null}""", "Argument \\\"ints\\\" has invalid value [$v].", 43)]
    public async Task An_argument_that_does_not_coerce_is_an_error_of_its_field(string document, string variables, string message, int column)
    {
        var response = await new TestEngine(Sdl).RunAsync(document, variables);

        Assert.Contains(message, response, StringComparison.Ordinal);
        Assert.Contains($"\"column\":{column}}}],\"path\":[\"echo\"]", response, StringComparison.Ordinal);
        Assert.EndsWith("""{"echo":null}}""", response, StringComparison.Ordinal);
    }
}
