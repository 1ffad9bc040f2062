using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace GraphQLTokens.Engine.Tests.Transports;

/// <summary>Keeps what a host logs, so that a test can read it.</summary>
internal sealed class CapturedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentDictionary<TaskCompletionSource, string> waiting = new();

    public ConcurrentQueue<(LogLevel Level, string Message)> Entries { get; } = new();

    public IEnumerable<string> Complaints => Entries.Where(entry => entry.Level >= LogLevel.Warning).Select(entry => entry.Message);

    /// <summary>Completes once an entry has these words: what is logged at an end comes a moment after its client has noticed.</summary>
    public Task SaysAsync(string words)
    {
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[said] = words;
        if (Entries.Any(entry => entry.Message.Contains(words, StringComparison.Ordinal)))
            said.TrySetResult();
        return said.Task.WaitAsync(LiveSchema.HangGuard);
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var message = formatter(state, exception) + exception;
        Entries.Enqueue((logLevel, message));
        foreach (var (said, words) in waiting)
        {
            if (message.Contains(words, StringComparison.Ordinal))
                said.TrySetResult();
        }
    }

    public void Dispose()
    {
    }
}
