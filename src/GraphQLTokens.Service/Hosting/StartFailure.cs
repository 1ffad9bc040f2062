using System.Data.Common;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// What an operator reads when the service does not start: one line on stderr that says why, and exit code 1. An exception that nobody catches would
/// bury the reason under its stack, and end the process by SIGABRT, which leaves a dump of its memory, secrets included, where dumps are kept.
/// </summary>
internal static class StartFailure
{
    public const int ExitCode = 1;

    /// <summary>Whoever runs Program within a process of their own, as the tests do, gets the exception itself.</summary>
    public static bool EndsTheProcess => Assembly.GetEntryAssembly() == typeof(StartFailure).Assembly;

    public static int Report(Exception failure, TextWriter error)
    {
        error.WriteLine($"GraphQLTokens did not start: {Reason(failure)}");
        if (!SpeaksForItself(failure))
            error.WriteLine(failure);
        return ExitCode;
    }

    /// <summary>The messages from the outermost to the innermost; one that repeats what was said adds nothing.</summary>
    internal static string Reason(Exception failure)
    {
        var reasons = new List<string>();
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (!reasons.Exists(reason => reason.Contains(cause.Message, StringComparison.Ordinal)))
                reasons.Add(cause.Message);
        }
        return string.Join(" ", reasons);
    }

    /// <summary>Settings, files, addresses and the store are told about in words; of everything else the stack is needed.</summary>
    private static bool SpeaksForItself(Exception failure) =>
        failure is OptionsValidationException or InvalidOperationException or DbException or IOException or UnauthorizedAccessException;
}
