using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.TypeSystem;

namespace GraphQLTokens.Engine.Tests;

public sealed class SchemaLoaderTests
{
    [Fact]
    public void Reads_a_schema_longer_than_any_request_may_be()
    {
        var fields = string.Join(' ', Enumerable.Range(0, ParserOptions.Default.MaxTokens).Select(number => $"f{number}: Int"));

        Assert.Equal(ParserOptions.Default.MaxTokens, SchemaLoader.Load($"type Query {{ {fields} }}").QueryType.Fields.Count);
    }

    [Fact]
    public void Says_where_a_text_is_no_GraphQL() =>
        Assert.Equal(14, Assert.Throws<SyntaxException>(() => SchemaLoader.Load("type Query { ")).Error.Locations[0].Column);

    [Fact]
    public void Shows_every_fault_and_its_place_in_the_message() => Assert.Equal(
        ["Unknown type \"A\". (1:17)", "Unknown type \"B\". (1:22)"],
        Assert.Throws<SchemaException>(() => SchemaLoader.Load("type Query { a: A b: B }")).Message.Split(Environment.NewLine));
}
