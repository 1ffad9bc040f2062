using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace GraphQLTokens.Engine.Tests.Transports;

/// <summary>Keeps what a host logs, so that a test can read it.</summary>
internal sealed class CapturedLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<(LogLevel Level, string Message)> Entries { get; } = new();

    public IEnumerable<string> Complaints => Entries.Where(entry => entry.Level >= LogLevel.Warning).Select(entry => entry.Message);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Entries.Enqueue((logLevel, formatter(state, exception) + exception));

    public void Dispose()
    {
    }
}
