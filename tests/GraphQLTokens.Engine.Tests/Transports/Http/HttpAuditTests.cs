using GraphQLTokens.Engine.Language;

namespace GraphQLTokens.Engine.Tests.Transports.Http;

/// <summary>The outside judge: the conformance suite of npm <c>graphql-http</c>, every MUST, SHOULD and MAY. Needs <c>npm ci</c> in tests/http-audit.</summary>
public sealed class HttpAuditTests
{
    [Fact]
    public async Task Passes_every_audit_of_the_conformance_suite()
    {
        await using var host = await HttpHost.StartAsync(server => server
            .AddSchema(new SourceText("type Query { hello: String } type Mutation { hello: String }", "schema"))
            .AddResolvers("Query", typeof(Greetings))
            .AddResolvers("Mutation", typeof(Greetings)));
        var (exitCode, output) = await NodeScript.RunAsync("http-audit", host.Endpoint.ToString());
        Assert.True(exitCode == 0 && output.Contains("61 passed, 0 failed", StringComparison.Ordinal), output);
        Assert.Empty(host.Log.Complaints);
    }

    private static class Greetings
    {
        public static string Hello() => "world";
    }
}
