using System.Text.Json;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>Lists of tokens, a page at a time.</summary>
public sealed class ListTokensTests : IAsyncLifetime
{
    private const string Page = """
        query ($first: Int, $after: String, $last: Int, $before: String, $where: APITokenFilterInput, $order: [APITokenOrderInput!]) {
          apiTokens(first: $first, after: $after, last: $last, before: $before, where: $where, order: $order) {
            nodes { name }
            edges { cursor node { name } }
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            totalCount
          }
        }
        """;

    private static readonly string[] Names = ["t1", "t2", "t3", "t4", "t5", "t6", "t7"];
    private readonly TestClock clock = new();
    private ServiceApplication service = null!;

    public async Task InitializeAsync()
    {
        service = await ServiceApplication.StartAsync(clock: clock);
        foreach (var name in Names)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await service.Root.CreateTokenAsync(name);
        }
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    public static TheoryData<string> Orders => new(
        from key in new[] { "name", "createdAt", "expiresAt", "lastUsedAt" }
        from direction in new[] { "ASC", "DESC" }
        select $$"""[{"{{key}}":"{{direction}}"}]""");

    [Theory]
    [MemberData(nameof(Orders))]
    [InlineData("""[{"expiresAt":"ASC"},{"name":"DESC"}]""")]
    [InlineData("null")]
    public async Task Pages_forward_and_backward_are_the_whole_list_in_order(string order)
    {
        await service.Root.CreateTokenAsync(new { name = "ends", expiry = new { after = "P1D" } });
        await service.Root.CreateTokenAsync(new { name = "ends later", expiry = new { after = "P2D" } });
        var given = JsonSerializer.Deserialize<JsonElement>(order);
        var whole = NamesOf(await AskAsync(new { first = 100, order = given }));
        Assert.Equal(10, whole.Length);

        List<string> forward = [];
        for (JsonElement? page = null; page is null || page.Value.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean();)
        {
            page = await AskAsync(new { first = 3, after = Cursor(page, "endCursor"), order = given });
            Assert.Equal(10, page.Value.GetProperty("totalCount").GetInt32());
            Assert.Equal(forward.Count > 0, page.Value.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
            forward.AddRange(NamesOf(page.Value));
        }
        Assert.Equal(whole, forward);

        List<string> backward = [];
        for (JsonElement? page = null; page is null || page.Value.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean();)
        {
            page = await AskAsync(new { last = 3, before = Cursor(page, "startCursor"), order = given });
            backward.InsertRange(0, NamesOf(page.Value));
        }
        Assert.Equal(whole, backward);
    }

    [Fact]
    public async Task Cursors_stay_right_while_rows_come_and_go()
    {
        var where = new { nameContains = "t" };
        var order = new[] { new { createdAt = "ASC" } };
        var first = await AskAsync(new { first = 3, order, where = new { nameContains = "t" } });
        Assert.Equal(["Root token", "t1", "t2"], NamesOf(first));
        var edges = first.GetProperty("edges").EnumerateArray().ToList();
        Assert.Equal(Cursor(first, "endCursor"), edges[^1].GetProperty("cursor").GetString());

        // The row under the cursor goes, one ahead goes, and a new one comes at the end: the next page is neither shifted nor short.
        await DeleteAsync("t2");
        await DeleteAsync("t4");
        clock.Advance(TimeSpan.FromSeconds(1));
        await service.Root.CreateTokenAsync("t8");
        var next = await AskAsync(new { first = 3, after = Cursor(first, "endCursor"), order, where });
        Assert.Equal(["t3", "t5", "t6"], NamesOf(next));
        var last = await AskAsync(new { first = 3, after = Cursor(next, "endCursor"), order, where });
        Assert.Equal(["t7", "t8"], NamesOf(last));
        Assert.False(last.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
    }

    [Fact]
    public async Task A_page_holds_fifty_unless_told()
    {
        for (var i = 0; i < 50; i++)
            await service.Root.CreateTokenAsync($"many {i}");
        var page = await AskAsync(new { });
        Assert.Equal((50, 58), (NamesOf(page).Length, page.GetProperty("totalCount").GetInt32()));
    }

    [Theory]
    [InlineData("""{"first":-1}""", "first")]
    [InlineData("""{"first":1,"last":1}""", "last")]
    [InlineData("""{"after":"nonsense"}""", "after")]
    [InlineData("""{"before":"nonsense"}""", "before")]
    [InlineData("""{"order":[{"name":"ASC"},{"name":"DESC"}]}""", "order[1]")]
    [InlineData("""{"where":{"tenantId":"nonsense"}}""", "where.tenantId")]
    [InlineData("""{"where":{"ownerId":"nonsense"}}""", "where.ownerId")]
    public async Task An_argument_that_the_list_cannot_take_is_named(string variables, string argument)
    {
        var error = (await service.Root.AskAsync(Page, JsonSerializer.Deserialize<JsonElement>(variables))).Error;
        Assert.Equal(("INVALID_INPUT", argument), (error.Code, error.Extension("argument").GetString()));
    }

    [Theory]
    [InlineData("""{"first":101}""")]
    [InlineData("""{"last":101}""")]
    public async Task A_page_of_more_than_a_hundred_is_refused_with_the_figure(string variables)
    {
        var error = (await service.Root.AskAsync(Page, JsonSerializer.Deserialize<JsonElement>(variables))).Error;
        Assert.Equal(("PAGE_SIZE_LIMIT_EXCEEDED", 100), (error.Code, error.Extension("limit").GetInt32()));
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        var page = await AskAsync(new { first = 1, order = new[] { new { name = "ASC" } } });
        var error = (await service.Root.AskAsync(Page, new { first = 1, after = Cursor(page, "endCursor") })).Error;
        Assert.Equal(("INVALID_INPUT", "after"), (error.Code, error.Extension("argument").GetString()));
    }

    private async Task<JsonElement> AskAsync(object variables) => (await service.Root.AskAsync(Page, variables)).Data.GetProperty("apiTokens");

    private async Task DeleteAsync(string name)
    {
        var found = (await service.Root.AskAsync("query ($name: String!) { apiTokens(where: { nameContains: $name }) { nodes { id } } }", new { name })).Data;
        var id = found.GetProperty("apiTokens").GetProperty("nodes")[0].GetProperty("id").GetString();
        _ = (await service.Root.AskAsync("mutation ($id: ID!) { deleteAPIToken(input: { id: $id }) { id } }", new { id })).Data;
    }

    private static string? Cursor(JsonElement? page, string name) => page?.GetProperty("pageInfo").GetProperty(name).GetString();

    private static string[] NamesOf(JsonElement page) => [.. page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("name").GetString()!)];
}
