using System.Net;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>The service is told to stop while streams are open.</summary>
public sealed class LeavingTests
{
    private const string Document = "subscription { apiTokenChanged { token { name } } }";
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(9);
    private readonly TestClock clock = new();

    [Fact]
    public async Task Streams_live_through_the_drain_delay_and_then_end_so_that_their_clients_come_back()
    {
        var service = await ServiceApplication.StartAsync(new() { ["Service:DrainDelay"] = "00:00:09" }, clock);
        var root = service.Root;
        using var events = await OpenAsync(LiveStream.Sse);
        using var socket = await OpenAsync(LiveStream.WebSocket);

        var stopping = service.DisposeAsync().AsTask();
        await Eventually.Async(() => Task.FromResult(clock.IsAwaited(clock.Now + Delay)), armed => armed);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await root.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/health/ready"))).Status);

        // A balancer may still send clients here.
        using var late = await OpenAsync(LiveStream.Sse);
        await root.CreateTokenAsync("told");
        foreach (var stream in (LiveStream[])[events, socket, late])
            Assert.Contains("told", await stream.NextAsync(), StringComparison.Ordinal);

        clock.Advance(Delay);
        foreach (var stream in (LiveStream[])[events, late])
            Assert.Equal((": the server is going away", "end"), (await stream.NextAsync(), await stream.NextAsync()));
        Assert.Equal("close 1001 The server is going away", await socket.NextAsync());
        await socket.CloseAsync();
        await stopping.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.DoesNotContain("Exception:", service.Log.Text, StringComparison.Ordinal);

        Task<LiveStream> OpenAsync(string transport) => LiveStream.OpenAsync(transport, service.Url, root.Key!, Document);
    }

    [Fact]
    public async Task A_client_that_answers_nothing_delays_the_stop_no_longer_than_the_shutdown_time()
    {
        var directory = TestService.NewDirectory();
        using var service = await ServiceProcess.StartAsync(directory, "--Service:ShutdownTimeout=00:00:02");
        using var socket = await LiveStream.OpenAsync(LiveStream.WebSocket, service.Url, service.Root.Key!, Document);
        Assert.Equal(0, await service.TerminateAsync().WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal("close 1001 The server is going away", await socket.NextAsync());
        Assert.Contains(service.Log, line => line.Contains("The server is going away", StringComparison.Ordinal));
        Directory.Delete(directory, recursive: true);
    }
}
