using System.Diagnostics;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>What a reader does with a block of commands: pastes it into a shell.</summary>
internal static class Shell
{
    /// <returns>What the commands print to stdout.</returns>
    public static async Task<string> RunAsync(string script, string directory)
    {
        using var shell = Process.Start(new ProcessStartInfo("bash")
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["no_proxy"] = "*", ["NO_PROXY"] = "*" },
        })!;
        await shell.StandardInput.WriteAsync(script);
        shell.StandardInput.Close();
        var printed = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return printed;
    }
}
