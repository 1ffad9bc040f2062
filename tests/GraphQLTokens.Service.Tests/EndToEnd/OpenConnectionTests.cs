using System.Net.WebSockets;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>A WebSocket outlives changes of its token: each operation on it is judged by what the token is then, as each request is.</summary>
public sealed class OpenConnectionTests : IAsyncLifetime
{
    private const string Viewer = "{ viewer { permissions } }";
    private const string Create = "mutation { createAPIToken(input: { name: \"made\" }) { token { name } } }";

    private readonly TestClock clock = new();
    private ServiceApplication service = null!;

    public async Task InitializeAsync() => service = await ServiceApplication.StartAsync(clock: clock);

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Rights_that_were_added_hold_for_the_next_operation()
    {
        var (id, caller) = await service.Root.CreateTokenAsync("worker", "OwnAPITokenModify");
        using var socket = await OpenAsync(caller);
        await UpdateAsync(new { id, permissions = (string[])["OwnAPITokenModify", "AlertRead"] });

        Assert.Contains("AlertRead", await AskAsync(socket, Viewer), StringComparison.Ordinal);
        Assert.Contains("\"made\"", await AskAsync(socket, Create), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_that_was_narrowed_holds_for_the_next_operation()
    {
        var (id, caller) = await service.Root.CreateTokenAsync("worker");
        using var socket = await OpenAsync(caller);
        Assert.Contains("\"next\"", await AskAsync(socket, Viewer), StringComparison.Ordinal);
        await UpdateAsync(new { id, rateLimit = new { limit = 1, window = "PT1M" } });

        Assert.Contains("\"next\"", await AskAsync(socket, Viewer), StringComparison.Ordinal);
        Assert.Contains("RATE_LIMIT_EXCEEDED", await AskAsync(socket, Viewer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_ends_with_a_right_that_was_added_after_its_connection_and_taken_again()
    {
        var (id, caller) = await service.Root.CreateTokenAsync("watcher", "AlertRead");
        using var socket = await OpenAsync(caller);
        await UpdateAsync(new { id, permissions = (string[])["AlertRead", "OrganizationAPITokenRead"] });
        await SendAsync(socket, "subscription { apiTokenChanged { kind } }");
        await SendAsync(socket, "{");
        Assert.Contains("GRAPHQL_PARSE_FAILED", await LiveStream.NextMessageAsync(socket), StringComparison.Ordinal);
        await UpdateAsync(new { id, permissions = (string[])["AlertRead"] });

        string message;
        do
            message = await LiveStream.NextMessageAsync(socket);
        while (message.Contains("\"next\"", StringComparison.Ordinal));
        Assert.Contains("ACCESS_DENIED", message, StringComparison.Ordinal);
        Assert.Contains("\"next\"", await AskAsync(socket, Viewer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_is_a_use_of_the_token()
    {
        var (id, caller) = await service.Root.CreateTokenAsync("worker");
        using var socket = await OpenAsync(caller);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains("\"next\"", await AskAsync(socket, Viewer), StringComparison.Ordinal);

        await service.Services.GetRequiredService<LastUsedWriter>().FlushAsync(default);
        await using var store = await service.OpenStoreAsync();
        Assert.Equal(clock.GetUtcNow(), (await store.Tokens.SingleAsync(token => token.Id == Guid.Parse(id))).UsedAt);
    }

    private async Task<ClientWebSocket> OpenAsync(ServiceCaller caller)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new Uri(service.Url.Replace("http://", "ws://", StringComparison.Ordinal) + "/graphql"), default);
        await LiveStream.SendAsync(socket, new { type = "connection_init", payload = new { apiKey = caller.Key } });
        Assert.Equal("""{"type":"connection_ack"}""", await LiveStream.NextMessageAsync(socket));
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string document) =>
        LiveStream.SendAsync(socket, new { id = Guid.NewGuid().ToString(), type = "subscribe", payload = new { query = document } });

    /// <summary>The first message of the answer. Where the clock has moved, the service asks first whether anybody is there.</summary>
    private static async Task<string> AskAsync(ClientWebSocket socket, string document)
    {
        await SendAsync(socket, document);
        string first;
        do
            first = await LiveStream.NextMessageAsync(socket);
        while (first == """{"type":"ping"}""");
        if (first.Contains("\"next\"", StringComparison.Ordinal))
            Assert.Contains("\"complete\"", await LiveStream.NextMessageAsync(socket), StringComparison.Ordinal);
        return first;
    }

    private async Task UpdateAsync(object input) =>
        _ = (await service.Root.AskAsync("mutation($input: UpdateAPITokenInput!) { updateAPIToken(input: $input) { token { id } } }", new { input })).Data;
}
