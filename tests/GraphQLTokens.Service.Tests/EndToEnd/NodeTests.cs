namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary><c>node</c> and <c>nodes</c> say no more about an id than its asker may know.</summary>
public sealed class NodeTests(SharedService shared) : IClassFixture<SharedService>
{
    private const string Node = "query ($id: ID!) { node(id: $id) { id } }";

    [Fact]
    public async Task Whoever_may_not_read_is_told_the_same_of_what_is_there_and_of_what_is_not()
    {
        var (there, _) = await shared.Root.CreateTokenAsync("there");
        var (_, caller) = await shared.Root.CreateTokenAsync("powerless");
        var answers = new List<string>();
        foreach (var id in new[] { there, Guid.NewGuid().ToString(), "nonsense", "" })
            answers.Add((await caller.AskAsync(Node, new { id })).Text);
        Assert.Single(answers.Distinct());
        Assert.Contains("access denied", answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_read_gets_null_for_what_is_not_there()
    {
        foreach (var id in new[] { Guid.NewGuid().ToString(), "nonsense", "" })
            Assert.Equal("""{"node":null}""", (await shared.Root.AskAsync(Node, new { id })).Data.GetRawText());
    }

    [Fact]
    public async Task One_s_own_token_and_tenant_need_no_permission()
    {
        var (id, caller) = await shared.Root.CreateTokenAsync("own");
        var tenant = (await caller.AskAsync("{ viewer { tenant { id } } }")).Data.GetProperty("viewer").GetProperty("tenant").GetProperty("id").GetString();
        var nodes = (await caller.AskAsync("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }", new { ids = new[] { id, tenant } })).Data.GetProperty("nodes");
        Assert.Equal("""[{"__typename":"APIToken"},{"__typename":"Tenant"}]""", nodes.GetRawText());
    }

    [Fact]
    public async Task A_refused_node_leaves_the_others_of_its_list()
    {
        var (other, _) = await shared.Root.CreateTokenAsync("other");
        var (id, caller) = await shared.Root.CreateTokenAsync("own");
        var answer = await caller.AskAsync("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = new[] { other, id } });
        Assert.Equal(("access denied", "nodes.0"), (answer.Error.Message, answer.Error.Path));
        Assert.Equal($$"""{"nodes":[null,{"id":"{{id}}"}]}""", answer.Json.GetProperty("data").GetRawText());
    }

    [Fact]
    public async Task At_most_a_hundred_nodes_come_at_once()
    {
        var error = (await shared.Root.AskAsync("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = Enumerable.Repeat(Guid.NewGuid(), 101) })).Error;
        Assert.Equal(("INVALID_INPUT", "ids"), (error.Code, error.Extension("argument").GetString()));
    }
}
