using GraphQLTokens.Engine.Tests.Transports;
using GraphQLTokens.Service.Tests.Persistence;
using Xunit.Abstractions;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>One node as a process of its own, so that its memory can be told, and many streams on it. Needs <c>npm ci</c> in tests/live.</summary>
public sealed class ManyStreamsTests(ITestOutputHelper output) : IDisposable
{
    private const int Streams = 1000;
    private const int Megabyte = 1024 * 1024;
    private static readonly TimeSpan HangGuard = TimeSpan.FromMinutes(2);
    private readonly string directory = TestService.NewDirectory();

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task A_thousand_subscriptions_of_real_clients_all_hear_of_a_change()
    {
        using var service = await ServiceProcess.StartAsync(directory);
        _ = (await service.Root.AskAsync("{ viewer { permissions } }")).Data;
        var before = service.Memory;
        var most = before;
        var (exitCode, said) = await NodeScript.RunAsync("live", ["thousand.mjs", service.Url, service.Root.Key!, $"{Streams}"], line =>
        {
            most = Math.Max(most, service.Memory);
            output.WriteLine($"{line} ms, {(service.Memory - before) / Megabyte} MiB more than before");
            return Task.CompletedTask;
        });
        Assert.True(exitCode == 0, said);

        // What .NET takes from the machine at ease is its own affair; per stream it comes to some 100 KiB, sockets and garbage included.
        Assert.InRange(most - before, 0, 256L * Megabyte);
        _ = (await service.Root.AskAsync("{ viewer { permissions } }")).Data;
        Assert.DoesNotContain(service.Log, IsComplaint);
    }

    [Fact]
    public async Task A_client_that_stops_reading_is_cut_off_with_the_reason_and_costs_nobody_else_anything()
    {
        const int Changes = 150;
        var heavy = $"subscription {{ apiTokenChanged {{ token {{ {string.Join(' ', Enumerable.Range(0, 30).Select(each => $"m{each}: metadata"))} }} }} }}";
        const string Light = "subscription { apiTokenChanged { token { name } } }";
        using var service = await ServiceProcess.StartAsync(directory);
        var (id, _) = await service.Root.CreateTokenAsync(new { name = "changing", metadata = new { text = new string('x', 8000) } });
        var before = service.Memory;

        // Neither of these is ever read: 240 KB a change soon fill every buffer on the way.
        using var unreadEvents = await OpenAsync(LiveStream.Sse, heavy);
        using var unreadSocket = await OpenAsync(LiveStream.WebSocket, heavy);
        using var events = await OpenAsync(LiveStream.Sse, Light);
        using var socket = await OpenAsync(LiveStream.WebSocket, Light);
        var readers = Task.WhenAll(ReadAsync(events), ReadAsync(socket));
        for (var change = 1; change <= Changes; change++)
        {
            var input = new { id, name = $"change {change}" };
            _ = (await service.Root.AskAsync("mutation($input: UpdateAPITokenInput!) { updateAPIToken(input: $input) { token { id } } }", new { input })).Data;
        }

        var most = service.Memory;
        await readers.WaitAsync(HangGuard);
        string[] reasons = ["An event stream was cut off: the client left an event unread for 10 seconds", "The client left a message unread for 10 seconds"];
        using var patience = new CancellationTokenSource(HangGuard);
        while (!reasons.All(reason => service.Log.Any(line => line.Contains(reason, StringComparison.Ordinal))))
        {
            patience.Token.ThrowIfCancellationRequested();
            _ = (await service.Root.AskAsync("{ viewer { permissions } }")).Data;
            most = Math.Max(most, service.Memory);
        }

        output.WriteLine($"Two clients that read nothing of {Changes} changes of 240 KB each: {(most - before) / Megabyte} MiB more at most");
        Assert.InRange(most - before, 0, 192L * Megabyte);
        await service.Root.CreateTokenAsync("last");
        Assert.Contains("last", await events.NextAsync(), StringComparison.Ordinal);
        Assert.Contains("last", await socket.NextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(service.Log, IsComplaint);

        Task<LiveStream> OpenAsync(string transport, string document) => LiveStream.OpenAsync(transport, service.Url, service.Root.Key!, document);

        static async Task ReadAsync(LiveStream stream)
        {
            for (var change = 1; change <= Changes; change++)
                Assert.Contains("{\"name\":\"change ", await stream.NextAsync(), StringComparison.Ordinal);
        }
    }

    private static bool IsComplaint(string line) =>
        line.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal) || line.Contains("\"LogLevel\":\"Critical\"", StringComparison.Ordinal);
}
