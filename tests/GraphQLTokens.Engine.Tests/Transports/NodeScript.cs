using System.Diagnostics;
using System.Text;

namespace GraphQLTokens.Engine.Tests.Transports;

/// <summary>Runs an outside judge: a script in a folder under tests, after <c>npm ci</c> there.</summary>
internal static class NodeScript
{
    /// <param name="folder">Under tests.</param>
    /// <param name="arguments">The script in it, and what it is told.</param>
    /// <param name="onLine">Given each line of its output as it comes.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, string[] arguments, Func<string, Task>? onLine = null)
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = Path.Combine(RepositoryRoot(), "tests", folder),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var complaints = node.StandardError.ReadToEndAsync();
        var output = new StringBuilder();
        while (await node.StandardOutput.ReadLineAsync() is { } line)
        {
            output.AppendLine(line);
            if (onLine is not null)
                await onLine(line);
        }

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
}
