using System.Dynamic;
using System.Net;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.TypeSystem.Scalars;
using static GraphQLTokens.Engine.Tests.Execution.TestEngine;

namespace GraphQLTokens.Engine.Tests.Execution.Results;

public sealed class ResponseWriterTests
{
    private static TestEngine Engine(object? value) => new(
        "scalar Any type Query { any: Any text: String float: Float }", bindings: new SchemaBindings().AddScalar(new OpaqueScalar("Any")))
    {
        ["Query.any"] = _ => value,
        ["Query.text"] = _ => value,
        ["Query.float"] = _ => value,
    };

    public static TheoryData<object?, string> Writable { get; } = new()
    {
        { "a\"b\\c\n<é>", "\"a\\\"b\\\\c\\n<é>\"" },
        { long.MaxValue, "9223372036854775807" },
        { ulong.MaxValue, "18446744073709551615" },
        { 1.5f, "1.5" },
        { 1.25m, "1.25" },
        { (byte)7, "7" },
        { Guid.Parse("0190a5a4-7a3c-7bcd-8abc-0123456789ab"), "\"0190a5a4-7a3c-7bcd-8abc-0123456789ab\"" },
        { DayOfWeek.Friday, "\"Friday\"" },
        { Map("a", new object?[] { 1, null, true }, "b", Map()), """{"a":[1,null,true],"b":{}}""" },
        { JsonDocument.Parse("""{"x":[1e3]}""").RootElement, """{"x":[1e3]}""" },
        { JsonDocument.Parse("""{"x":[1e3]}"""), """{"x":[1e3]}""" },
        { JsonNode.Parse("""{"x":[1e3,null]}"""), """{"x":[1e3,null]}""" },
        { new Dictionary<string, int> { ["a"] = 1 }, """{"a":1}""" },
        { new ExpandoObject(), "{}" },
        { BigInteger.Pow(10, 30), "1000000000000000000000000000000" },
        { new byte[] { 1, 2, 3 }, "\"AQID\"" },
        { new DateTimeOffset(2026, 11, 25, 17, 30, 0, TimeSpan.Zero), "\"2026-11-25T17:30:00+00:00\"" },
        { new DateTime(2026, 11, 25, 17, 30, 0, DateTimeKind.Utc), "\"2026-11-25T17:30:00Z\"" },
        { new DateOnly(2026, 11, 25), "\"2026-11-25\"" },
        { new TimeOnly(17, 30), "\"17:30:00.0000000\"" },
        { TimeSpan.FromMinutes(90), "\"01:30:00\"" },
        { new Uri("https://example.com/a b"), "\"https://example.com/a b\"" },
        { IPAddress.IPv6Loopback, "\"::1\"" },
        { 'x', "\"x\"" },
    };

    [Theory]
    [MemberData(nameof(Writable))]
    public async Task A_scalar_may_answer_whatever_JSON_can_hold(object? value, string json) =>
        Assert.Equal($$$"""{"data":{"any":{{{json}}}}}""", await Engine(value).RunAsync("{ any }"));

    public static TheoryData<object> Unwritable { get; } =
    [
        double.NaN,
        float.PositiveInfinity,
        default(JsonElement),
        Map("deep", new object[] { double.NegativeInfinity }),
        new JsonObject { ["deep"] = new JsonArray(JsonValue.Create(double.NaN)) },
        new Dictionary<int, int> { [1] = 1 },
        new InvalidOperationException("not for clients"),
        new[] { new object() },
    ];

    [Theory]
    [MemberData(nameof(Unwritable))]
    public async Task What_JSON_cannot_hold_is_an_error_of_its_field_alone(object value)
    {
        var response = await Engine(value).RunAsync("{ any __typename }");

        Assert.EndsWith("""{"any":null,"__typename":"Query"}}""", response, StringComparison.Ordinal);
        Assert.DoesNotContain("not for clients", response, StringComparison.Ordinal);
        Assert.Equal(["any"], ErrorPaths.Of(response));
    }

    [Theory]
    [MemberData(nameof(Unwritable))]
    public async Task What_JSON_cannot_hold_is_null_among_the_extensions_of_an_error(object value)
    {
        var engine = Engine(null);
        engine["Query.any"] = _ => throw new GraphQLException(new GraphQLError("Told.", code: "TOLD", extensions: new Dictionary<string, object?> { ["what"] = value, ["why"] = 7 }));

        var response = await engine.RunAsync("{ any }");

        Assert.Contains("""{"code":"TOLD","what":null,"why":7}""", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collection_that_holds_itself_ends_as_an_error()
    {
        var value = Map("a", null);
        value["a"] = new object?[] { value };

        Assert.Equal(["any"], ErrorPaths.Of(await Engine(value).RunAsync("{ any }")));
    }

    [Fact]
    public async Task A_float_that_is_no_number_is_an_error()
    {
        var response = await Engine(double.NaN).RunAsync("{ float }");
        Assert.Contains("Float cannot represent non numeric value: NaN", response, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\ud800")]
    [InlineData("a\udc00b")]
    public async Task Half_a_surrogate_pair_is_written_as_the_replacement_character(string text)
    {
        using var json = JsonDocument.Parse(await Engine(text).RunAsync("{ text }"));
        Assert.Contains('\ufffd', json.RootElement.GetProperty("data").GetProperty("text").GetString()!);
    }
}
