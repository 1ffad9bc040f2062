using System.Data.Common;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Persistence.Start;

/// <summary>
/// <c>GraphQLTokens.Service --new-root-token</c>: makes another root token, with the settings that the service is started with, and ends with 0; or says what is
/// in the way, and ends with 1. <see cref="NewRootToken"/> has what it does.
/// </summary>
internal static class NewRootTokenCommand
{
    public const string Flag = "--new-root-token";

    public static bool IsAskedFor(string[] args) => args.Contains(Flag, StringComparer.Ordinal);

    /// <summary>The other arguments: command line configuration would take the flag's neighbour for its value.</summary>
    public static string[] SettingsIn(string[] args) => [.. args.Where(arg => arg != Flag)];

    public static async Task<int> RunAsync(IConfiguration configuration, TextWriter output)
    {
        await using var services = new ServiceCollection().AddLogging().AddTokenStore(configuration).BuildServiceProvider();
        try
        {
            var file = await services.GetRequiredService<NewRootToken>().RunAsync(CancellationToken.None);
            await output.WriteLineAsync($"The value of the new root token is in {file}. Rotate it (rotateAPIToken), keep the new value safe, and remove the file.");
            return 0;
        }
        catch (Exception fault) when (fault is InvalidOperationException or OptionsValidationException or IOException or UnauthorizedAccessException or DbException)
        {
            await output.WriteLineAsync($"No root token was made. {fault.Message}");
            return 1;
        }
    }
}
