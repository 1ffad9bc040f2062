using System.Text;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Transports.Http;

namespace GraphQLTokens.Engine.Tests.Transports.Http;

public sealed class BatchJsonTests
{
    [Theory]
    [InlineData("[]", true)]
    [InlineData(" \t\r\n[", true)]
    [InlineData("", false)]
    [InlineData("{}", false)]
    [InlineData("\"[\"", false)]
    [InlineData("\u00A0[]", false)]
    public void Knows_a_batch_by_its_first_character(string body, bool isMeant) => Assert.Equal(isMeant, BatchJson.IsMeant(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("""[{"query":"{a}"}]""", """{"query":"{a}"}""")]
    [InlineData(""" [ {} , {"a":[{"b":[]}]},{"query":"]}"} ] """, "{}", """{"a":[{"b":[]}]}""", """{"query":"]}"}""")]
    public void Takes_a_batch_apart(string body, params string[] entries)
    {
        Assert.Null(BatchJson.Split(Encoding.UTF8.GetBytes(body), 3, out var texts));
        Assert.Equal(entries, texts.Select(text => Encoding.UTF8.GetString(text.Span)));
    }

    [Theory]
    [InlineData("[]", "empty")]
    [InlineData("[1]", "must be an object")]
    [InlineData("[[]]", "must be an object")]
    [InlineData("[null]", "must be an object")]
    [InlineData("""[{},"{}"]""", "must be an object")]
    [InlineData("[{}", "not valid JSON")]
    [InlineData("[{},]", "not valid JSON")]
    [InlineData("[{}}", "not valid JSON")]
    [InlineData("[{}]]", "not valid JSON")]
    [InlineData("[{}] [{}]", "not valid JSON")]
    [InlineData("[{\"a\":\n oops}]", "not valid JSON: see line 2")]
    [InlineData("""[{"a":"\ud83d"}]""", "surrogate")]
    public void Refuses_what_is_none(string body, string words)
    {
        var refusal = BatchJson.Split(Encoding.UTF8.GetBytes(body), 3, out _);
        Assert.Equal(ErrorCodes.BadRequest, refusal?.Code);
        Assert.Contains(words, refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_bytes_that_are_no_text() => Assert.Contains("UTF-8", BatchJson.Split(new byte[] { (byte)'[', 0xFF, (byte)']' }, 3, out _)!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(3, null)]
    [InlineData(4, 4.0)]
    [InlineData(100_000, 100_000.0)]
    public void Holds_no_more_entries_than_it_may(int count, double? actual)
    {
        var refusal = BatchJson.Split(Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("{}", count))}]"), 3, out var entries);
        Assert.Equal(actual is null ? null : ErrorCodes.BatchLimitExceeded, refusal?.Code);
        Assert.Equal(actual, refusal?.Extensions!["actual"]);
        Assert.Equal(3, entries.Count);
    }

    [Fact]
    public void Nesting_without_end_is_read_without_a_stack()
    {
        var deep = new string('[', 400_000);
        Assert.Contains("not valid JSON", BatchJson.Split(Encoding.UTF8.GetBytes($$"""[{"a":{{deep}}"""), 3, out _)!.Message, StringComparison.Ordinal);
    }
}
