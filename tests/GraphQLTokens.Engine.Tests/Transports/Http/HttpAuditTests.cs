using System.Diagnostics;
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
        var (exitCode, output) = await RunAsync(host.Endpoint);
        Assert.True(exitCode == 0 && output.Contains("61 passed, 0 failed", StringComparison.Ordinal), output);
        Assert.Empty(host.Log.Complaints);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(Uri endpoint)
    {
        var start = new ProcessStartInfo("node", ["run.mjs", endpoint.ToString()])
        {
            WorkingDirectory = Path.Combine(RepositoryRoot(), "tests", "http-audit"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var complaints = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return (node.ExitCode, output + await complaints);
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GraphQLTokens.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }

    private static class Greetings
    {
        public static string Hello() => "world";
    }
}
