using GraphQLTokens.Service.Hosting;
using GraphQLTokens.Service.Tests.EndToEnd;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.Hosting;

/// <summary>A service that does not start says why in one line, and ends as programs do.</summary>
public sealed class StartFailureTests : IDisposable
{
    private readonly string directory = TestService.NewDirectory();

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Theory]
    [InlineData("--Tokens:Prefix=GQT", "Tokens:Prefix")]
    [InlineData("--Store:BusyTimeout=soon", "Store:BusyTimeout")]
    [InlineData("--GraphQL:MaxDpeth=3", "MaxDpeth")]
    [InlineData("--Proxies:Trusted:0=300.1.1.1", "Proxies:Trusted:0")]
    [InlineData("--Permissions:File=none.graphql", "Permissions:File")]
    [InlineData("--Store:Path=/proc/none/tokens.db", "/proc/none")]
    public async Task Names_what_is_wrong_in_one_line_and_ends_with_1(string setting, string named)
    {
        var (exitCode, error) = await ServiceProcess.FailAsync(directory, setting);
        Assert.Equal(StartFailure.ExitCode, exitCode);
        var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("GraphQLTokens did not start: ", line, StringComparison.Ordinal);
        Assert.Contains(named, line, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_each_cause_once_and_shows_the_stack_of_what_nobody_foresaw()
    {
        using var error = new StringWriter { NewLine = "\n" };
        var cause = new IOException("The disk is full.");
        Assert.Equal(1, StartFailure.Report(new InvalidOperationException("The store cannot be opened.", cause), error));
        Assert.Equal("GraphQLTokens did not start: The store cannot be opened. The disk is full.\n", error.ToString());
        Assert.Equal("No: The disk is full.", StartFailure.Reason(new IOException("No: The disk is full.", cause)));

        StartFailure.Report(new NotSupportedException("Never seen."), error);
        Assert.Contains("System.NotSupportedException: Never seen.", error.ToString(), StringComparison.Ordinal);
    }
}
