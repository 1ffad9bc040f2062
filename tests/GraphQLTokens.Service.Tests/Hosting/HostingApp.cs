using System.Collections.Concurrent;
using GraphQLTokens.Service.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GraphQLTokens.Service.Tests.Hosting;

/// <summary>The hosting room alone, on a real listener of the loopback address, with the log kept in memory.</summary>
internal sealed class HostingApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CapturedLog _log;

    private HostingApp(WebApplication app, CapturedLog log)
    {
        _app = app;
        _log = log;
        Url = app.Urls.Single();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = new Uri(Url) };
    }

    public string Url { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public string Log => string.Join('\n', _log.Lines);

    public static async Task<HostingApp> StartAsync(
        Dictionary<string, string?>? settings = null, Action<WebApplicationBuilder>? prepare = null, Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["urls"] = "http://127.0.0.1:0" });
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        var log = new CapturedLog();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.AddHosting();
        prepare?.Invoke(builder);
        var app = builder.Build();
        app.UseHosting("/graphql", "/public/graphql");
        app.MapHosting();
        map?.Invoke(app);
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        return new HostingApp(app, log);
    }

    public void AskToStop() => Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private sealed class CapturedLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
