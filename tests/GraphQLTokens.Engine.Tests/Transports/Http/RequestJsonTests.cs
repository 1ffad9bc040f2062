using System.Text;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Transports.Http;

namespace GraphQLTokens.Engine.Tests.Transports.Http;

public sealed class RequestJsonTests
{
    private const int MaxDepth = 4;

    [Fact]
    public void Reads_every_member()
    {
        using var parameters = Read("""{"query":"query A{a}","operationName":"A","variables":{"id":[1,{"b":"\ud83d\ude00"}]},"extensions":{"x":null}}""");
        Assert.Equal(("query A{a}", "A"), (parameters.Document, parameters.OperationName));
        Assert.Equal("""{"id":[1,{"b":"\ud83d\ude00"}]}""", parameters.Variables?.RootElement.GetRawText());
        Assert.Equal("""{"x":null}""", parameters.Extensions?.RootElement.GetRawText());
    }

    [Theory]
    [InlineData("""{"query":"{a}"}""")]
    [InlineData("""  { "query" : "{a}" }  """)]
    [InlineData("""{"qu\u0065ry":"{a}"}""")]
    [InlineData("""{"query":"{a}","operationName":null,"variables":null,"extensions":null}""")]
    [InlineData("""{"query":"{a}","operationName":""}""")]
    [InlineData("""{"query":"{a}","future":{"variables":[1,[2]]},"other":"query","future":0}""")]
    public void Takes_null_for_absent_and_ignores_what_it_does_not_know(string body)
    {
        using var parameters = Read(body);
        Assert.Equal("{a}", parameters.Document);
        Assert.Null(parameters.OperationName);
        Assert.Null(parameters.Variables);
        Assert.Null(parameters.Extensions);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" ", "not valid JSON")]
    [InlineData("NONSENSE", "not valid JSON: see line 1, byte 1")]
    [InlineData("""{ "not a JSON""", "not valid JSON")]
    [InlineData("""{"query":""", "not valid JSON")]
    [InlineData("""{"query":"{a}"}}""", "not valid JSON")]
    [InlineData("""{"query":"{a}"} {"query":"{a}"}""", "not valid JSON")]
    [InlineData("""{"query":"{a}",}""", "not valid JSON")]
    [InlineData("""{"query":"{a}" /* why */}""", "not valid JSON")]
    [InlineData("""{"query":"{a}","variables":{"a":01}}""", "not valid JSON")]
    [InlineData("""{"query":"{a}","variables":{"a":NaN}}""", "not valid JSON")]
    [InlineData("{\"query\":\"{\n}\"}", "not valid JSON: see line 1")]
    [InlineData("{\n  \"query\": oops}", "not valid JSON: see line 2, byte 12")]
    [InlineData("\uFEFF{\"query\":\"{a}\"}", "not valid JSON")]
    [InlineData("""[{"query":"{a}"}]""", "batched")]
    [InlineData("[]", "batched")]
    [InlineData("null", "must be a JSON object")]
    [InlineData("\"{a}\"", "must be a JSON object")]
    [InlineData("7", "must be a JSON object")]
    [InlineData("{}", "query is missing")]
    [InlineData("""{"qeury":"{a}"}""", "query is missing")]
    [InlineData("""{"Query":"{a}"}""", "query is missing")]
    [InlineData("""{"query":null}""", "query is missing")]
    [InlineData("""{"query":0}""", "query must be a string")]
    [InlineData("""{"query":false}""", "query must be a string")]
    [InlineData("""{"query":["{a}"]}""", "query must be a string")]
    [InlineData("""{"query":{"a":1}}""", "query must be a string")]
    [InlineData("""{"query":"{a}","operationName":7}""", "operationName must be a string")]
    [InlineData("""{"query":"{a}","operationName":["A"]}""", "operationName must be a string")]
    [InlineData("""{"query":"{a}","operationName":{}}""", "operationName must be a string")]
    [InlineData("""{"query":"{a}","operationName":true}""", "operationName must be a string")]
    [InlineData("""{"query":"{a}","variables":[7]}""", "variables must be an object")]
    [InlineData("""{"query":"{a}","variables":"{}"}""", "variables must be an object")]
    [InlineData("""{"query":"{a}","variables":0}""", "variables must be an object")]
    [InlineData("""{"query":"{a}","extensions":[]}""", "extensions must be an object")]
    [InlineData("""{"query":"{a}","extensions":"x"}""", "extensions must be an object")]
    [InlineData("""{"query":"{a}","extensions":false}""", "extensions must be an object")]
    [InlineData("""{"query":"{a}","query":"{a}"}""", "query is given twice")]
    [InlineData("""{"query":"{a}","qu\u0065ry":"{b}"}""", "query is given twice")]
    [InlineData("""{"query":"{a}","variables":null,"variables":{}}""", "variables is given twice")]
    [InlineData("""{"query":"{a}","operationName":"A","operationName":"B"}""", "operationName is given twice")]
    [InlineData("""{"query":"{a}","variables":{"id":1,"id":2}}""", "variables holds the same member twice")]
    [InlineData("""{"query":"{a}","variables":{"in":[{"id":1,"i\u0064":2}]}}""", "variables holds the same member twice")]
    [InlineData("""{"query":"{a}","extensions":{"x":1,"x":2}}""", "extensions holds the same member twice")]
    [InlineData("""{"query":"\ud83d"}""", "surrogate")]
    [InlineData("""{"query":"{a}","variables":{"id":"\ude00"}}""", "surrogate")]
    [InlineData("""{"query":"{a}","variables":{"\ud83d":1}}""", "surrogate")]
    public void Refuses_what_is_no_request(string body, string words)
    {
        using var parameters = new HttpParameters();
        var refusal = RequestJson.Read(Encoding.UTF8.GetBytes(body), MaxDepth, parameters);
        Assert.Equal(ErrorCodes.BadRequest, refusal?.Code);
        Assert.Contains(words, refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_bytes_that_are_no_UTF8()
    {
        using var parameters = new HttpParameters();
        byte[] body = [.. "{\"query\":\"{a}\",\"variables\":{\"a\":\""u8, 0xFF, .. "\"}}"u8];
        var refusal = RequestJson.Read(body, MaxDepth, parameters);
        Assert.Equal("The request body is not valid UTF-8.", refusal?.Message);
    }

    [Theory]
    [InlineData("""{"query":"{a}","variables":{"a":[[{}]]}}""")]
    [InlineData("""{"variables":{"a":{"b":{"c":[]}}},"query":"{a}"}""")]
    [InlineData("""{"query":"{a}","unknown":[[[[1]]]]}""")]
    public void Admits_nesting_up_to_the_limit(string body)
    {
        using var parameters = Read(body);
        Assert.Equal("{a}", parameters.Document);
    }

    [Theory]
    [InlineData("""{"query":"{a}","variables":{"a":[[{"b":[]}]]}}""", "variables nests")]
    [InlineData("""{"query":"{a}","extensions":{"a":{"b":{"c":{"d":{}}}}}}""", "extensions nests")]
    [InlineData("""{"query":"{a}","unknown":[[[[[]]]]]}""", "body nests")]
    [InlineData("""{"query":"{a}","variables":{"a":[[[[[[[[[[""", "variables nests")]
    public void Refuses_nesting_past_the_limit(string body, string words)
    {
        using var parameters = new HttpParameters();
        var refusal = RequestJson.Read(Encoding.UTF8.GetBytes(body), MaxDepth, parameters);
        Assert.Equal(ErrorCodes.VariablesDepthLimitExceeded, refusal?.Code);
        Assert.Contains(words + " deeper than 4 levels", refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ends_on_a_body_that_is_nothing_but_nesting()
    {
        using var parameters = new HttpParameters();
        var body = Encoding.UTF8.GetBytes("""{"query":"{a}","variables":{"a":""" + new string('[', 1_000_000));
        Assert.Equal(ErrorCodes.VariablesDepthLimitExceeded, RequestJson.Read(body, MaxDepth, parameters)?.Code);
    }

    private static HttpParameters Read(string body)
    {
        var parameters = new HttpParameters();
        Assert.Null(RequestJson.Read(Encoding.UTF8.GetBytes(body), MaxDepth, parameters));
        return parameters;
    }
}
