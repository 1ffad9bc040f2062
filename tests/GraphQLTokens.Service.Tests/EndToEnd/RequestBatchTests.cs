using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>Several requests in one POST, on the service as it ships.</summary>
public sealed class RequestBatchTests
{
    private static readonly object Viewer = new { query = "{ viewer { address } }" };

    [Fact]
    public async Task Is_refused_unless_a_setting_admits_it()
    {
        await using var service = await ServiceApplication.StartAsync();
        var answer = await PostAsync(service.Root, Viewer, Viewer);
        Assert.Equal((HttpStatusCode.BadRequest, "BAD_REQUEST"), (answer.Status, answer.Error.Code));
        Assert.Contains("batching is turned off", answer.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_answered_in_its_order_and_holds_each_entry_to_the_caller_s_rights()
    {
        await using var service = await StartAsync(3);
        var (_, powerless) = await service.Root.CreateTokenAsync("powerless");
        var answer = await PostAsync(powerless, new { query = "{ generalSettings { version } }" }, Viewer, new { query = "subscription { apiTokenChanged { id } }" });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var entries = answer.Json.EnumerateArray().ToList();
        Assert.Equal("ACCESS_DENIED", CodeOf(entries[0]));
        Assert.Equal("127.0.0.1", entries[1].GetProperty("data").GetProperty("viewer").GetProperty("address").GetString());
        Assert.Equal("OPERATION_RESOLUTION_FAILURE", CodeOf(entries[2]));
        DoorTests.AssertProblem(await PostAsync(service.Caller("gqt_nobody"), Viewer), HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
    }

    [Fact]
    public async Task Is_refused_with_the_figures_where_it_is_too_long()
    {
        await using var service = await StartAsync(3);
        var answer = await PostAsync(service.Root, Viewer, Viewer, Viewer, Viewer);
        Assert.Equal((HttpStatusCode.BadRequest, "BATCH_LIMIT_EXCEEDED"), (answer.Status, answer.Error.Code));
        Assert.Equal((3, 4), (answer.Error.Extension("limit").GetInt32(), answer.Error.Extension("actual").GetInt32()));
    }

    [Fact]
    public async Task Its_entries_have_one_cost_between_them()
    {
        await using var service = await StartAsync(100);
        var page = new { query = "{ apiTokens(first: 100) { nodes { id tenant { id } } } }" };
        Assert.All((await PostAsync(service.Root, page, page)).Json.EnumerateArray(), entry => Assert.True(entry.TryGetProperty("data", out _)));
        var entries = (await PostAsync(service.Root, [.. Enumerable.Repeat<object>(page, 99), Viewer])).Json.EnumerateArray().ToList();
        Assert.Equal(100, entries.Count);
        Assert.All(entries, entry => Assert.Equal("COST_LIMIT_EXCEEDED", CodeOf(entry)));
    }

    private static Task<ServiceApplication> StartAsync(int most) => ServiceApplication.StartAsync(new() { ["Batching:MaxRequests"] = $"{most}" });

    private static Task<ServiceAnswer> PostAsync(ServiceCaller caller, params object[] entries) =>
        caller.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(entries) });

    private static string? CodeOf(JsonElement entry) => entry.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
}
