using System.Text;
using System.Text.Json;
using GraphQLTokens.Engine.Tests.Execution;

namespace GraphQLTokens.Engine.Tests.TypeSystem.Scalars;

/// <summary>What resolvers may answer for each leaf type (sections 3.5 and 3.9, Result Coercion), and how it is written.</summary>
public sealed class ResultCoercionTests
{
    private const string Sdl = "enum Color { RED GREEN } type Query { int: Int float: Float boolean: Boolean id: ID string: String color: Color }";

    public enum Color
    {
        RED,
        PINK,
    }

    public static TheoryData<string, object, string> Written { get; } = new()
    {
        { "int", 7, "7" },
        { "int", true, "1" },
        { "int", false, "0" },
        { "int", 7L, "7" },
        { "int", (short)7, "7" },
        { "int", (byte)7, "7" },
        { "int", (sbyte)-7, "-7" },
        { "int", (ushort)7, "7" },
        { "int", 7U, "7" },
        { "int", 7UL, "7" },
        { "int", 7.0, "7" },
        { "int", 7f, "7" },
        { "int", 7m, "7" },
        { "int", "7", "7" },
        { "int", 2_147_483_647L, "2147483647" },
        { "int", -2_147_483_648L, "-2147483648" },
        { "float", 7, "7" },
        { "float", 9_007_199_254_740_993L, "9007199254740993" },
        { "float", 1.5, "1.5" },
        { "float", 1.5f, "1.5" },
        { "float", 1.5m, "1.5" },
        { "float", (short)7, "7" },
        { "float", (byte)7, "7" },
        { "float", (sbyte)-7, "-7" },
        { "float", (ushort)7, "7" },
        { "float", 7U, "7" },
        { "float", 7UL, "7" },
        { "float", true, "1" },
        { "float", false, "0" },
        { "float", "1.5", "1.5" },
        { "boolean", true, "true" },
        { "boolean", false, "false" },
        { "boolean", 2, "true" },
        { "boolean", 1, "true" },
        { "boolean", 0, "false" },
        { "boolean", 1L, "true" },
        { "boolean", (short)1, "true" },
        { "boolean", (byte)1, "true" },
        { "boolean", (sbyte)1, "true" },
        { "boolean", (ushort)1, "true" },
        { "boolean", 1U, "true" },
        { "boolean", 1UL, "true" },
        { "boolean", 0m, "false" },
        { "boolean", 0.0, "false" },
        { "boolean", 1.0, "true" },
        { "boolean", 0f, "false" },
        { "boolean", 1f, "true" },
        { "id", "a", "\"a\"" },
        { "id", 7, "\"7\"" },
        { "id", 7L, "\"7\"" },
        { "id", (short)7, "\"7\"" },
        { "id", (byte)7, "\"7\"" },
        { "id", (sbyte)-7, "\"-7\"" },
        { "id", (ushort)7, "\"7\"" },
        { "id", 7U, "\"7\"" },
        { "id", 7UL, "\"7\"" },
        { "id", 1e20, "\"100000000000000000000\"" },
        { "id", Guid.Parse("0190a5a4-7a3c-7bcd-8abc-0123456789ab"), "\"0190a5a4-7a3c-7bcd-8abc-0123456789ab\"" },
        { "string", true, "\"true\"" },
        { "string", false, "\"false\"" },
        { "string", 1.5, "\"1.5\"" },
        { "string", Guid.Parse("0190a5a4-7a3c-7bcd-8abc-0123456789ab"), "\"0190a5a4-7a3c-7bcd-8abc-0123456789ab\"" },
        { "string", Color.PINK, "\"PINK\"" },
        { "color", "GREEN", "\"GREEN\"" },
        { "color", Color.RED, "\"RED\"" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public async Task Writes_what_stands_for_a_value_of_the_type(string field, object value, string json) =>
        Assert.Equal($$$"""{"data":{"{{{field}}}":{{{json}}}}}""", await AnswerAsync(field, value));

    public static TheoryData<string, object, string> Refused { get; } = new()
    {
        { "int", 1.5, "Int cannot represent non-integer value: 1.5" },
        { "int", "", "Int cannot represent non-integer value: \"\"" },
        { "int", "seven", "Int cannot represent non-integer value: \"seven\"" },
        { "int", 2_147_483_648L, "Int cannot represent non 32-bit signed integer value: 2147483648" },
        { "int", -2_147_483_649L, "Int cannot represent non 32-bit signed integer value: -2147483649" },
        { "float", double.PositiveInfinity, "Float cannot represent non numeric value: Infinity" },
        { "float", float.NaN, "Float cannot represent non numeric value: NaN" },
        { "float", "", "Float cannot represent non numeric value: \"\"" },
        { "float", "Infinity", "Float cannot represent non numeric value: \"Infinity\"" },
        { "float", new StringBuilder("1"), "Float cannot represent non numeric value: StringBuilder" },
        { "boolean", "true", "Boolean cannot represent a non boolean value: \"true\"" },
        { "boolean", double.NaN, "Boolean cannot represent a non boolean value: NaN" },
        { "boolean", float.NegativeInfinity, "Boolean cannot represent a non boolean value: -Infinity" },
        { "id", true, "ID cannot represent value: true" },
        { "id", false, "ID cannot represent value: false" },
        { "id", 1.5m, "ID cannot represent value: 1.5" },
        { "id", 1.5, "ID cannot represent value: 1.5" },
        { "string", DateTime.UnixEpoch, "String cannot represent value: DateTime" },
        { "string", new StringBuilder("a"), "String cannot represent value: StringBuilder" },
        { "color", "BLUE", "Enum \"Color\" cannot represent value: \"BLUE\"" },
        { "color", Color.PINK, "Enum \"Color\" cannot represent value: Color" },
        { "color", new StringBuilder("RED"), "Enum \"Color\" cannot represent value: StringBuilder" },
        { "int", new string('a', 98), $"Int cannot represent non-integer value: \"{new string('a', 98)}\"" },
        { "int", new string('a', 99), $"Int cannot represent non-integer value: \"{new string('a', 99)}..." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Says_what_a_type_cannot_represent(string field, object value, string message)
    {
        using var answer = JsonDocument.Parse(await AnswerAsync(field, value));

        Assert.Equal(message, Assert.Single(answer.RootElement.GetProperty("errors").EnumerateArray()).GetProperty("message").GetString());
        Assert.Equal(JsonValueKind.Null, answer.RootElement.GetProperty("data").GetProperty(field).ValueKind);
    }

    private static Task<string> AnswerAsync(string field, object value) =>
        new TestEngine(Sdl) { [$"Query.{field}"] = _ => value }.RunAsync($"{{ {field} }}");
}
