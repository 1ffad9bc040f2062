using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>Sensitive work counts for each field, however the fields come into one request, and whatever other limits an operator has raised.</summary>
public sealed class SensitiveWorkTests : IAsyncLifetime
{
    private ServiceApplication service = null!;

    [Theory]
    [InlineData("createAPIToken(input: { name: \"many\" }) { token { id } }", 49)]
    [InlineData("createAPIToken(input: { name: \"many\", expiry: { after: \"P1D\" }, metadata: {} }) { token { id value } }", 48)]
    [InlineData("rotateAPIToken(input: { id: \"01979d6e-0000-7000-8000-000000000002\" }) { token { value } }", 49)]
    [InlineData("rotateAPIToken { token { value } }", 49)]
    [InlineData("updateAPIToken(input: { id: \"01979d6e-0000-7000-8000-000000000002\", name: \"many\" }) { token { id } }", 96)]
    [InlineData("cancelAPITokenRotation(input: { id: \"01979d6e-0000-7000-8000-000000000002\" }) { token { id } }", 96)]
    [InlineData("deleteAPIToken(input: { id: \"01979d6e-0000-7000-8000-000000000002\" }) { id }", 98)]
    public async Task A_request_makes_at_most_so_many_changes(string field, int most)
    {
        await AssertCostAsync(Aliased(field, most + 1), refused: true);
        await using (var store = await service.OpenStoreAsync())
            Assert.False(await store.Tokens.AnyAsync(token => token.Name == "many"));
        await AssertCostAsync(Aliased(field, most), refused: false);
    }

    [Fact]
    public async Task Fragments_count_as_often_as_they_are_spread()
    {
        var spreads = string.Concat(Enumerable.Repeat("...Five ", 10));
        var five = string.Concat(Enumerable.Range(0, 5).Select(index => $"a{index}: createAPIToken(input: {{ name: \"many\" }}) {{ token {{ id }} }} "));
        await AssertCostAsync($"mutation {{ {spreads} }} fragment Five on Mutation {{ {five} }}", refused: true);
    }

    [Fact]
    public async Task Batches_count_as_the_one_request_that_they_are()
    {
        await using var batching = await ServiceApplication.StartAsync(new() { ["Batching:MaxRequests"] = "10" });
        var ten = Aliased("createAPIToken(input: { name: \"many\" }) { token { id } }", 10);
        var batch = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(Enumerable.Repeat(new { query = ten }, 5)) };

        var answer = await batching.Root.SendAsync(batch);

        Assert.Equal(5, answer.Json.EnumerateArray().Count(entry => new ServiceError(entry.GetProperty("errors")[0]).Code == "COST_LIMIT_EXCEEDED"));
        await using var store = await batching.OpenStoreAsync();
        Assert.False(await store.Tokens.AnyAsync(token => token.Name == "many"));
    }

    [Fact]
    public async Task By_default_a_request_makes_at_most_twenty_changes()
    {
        await using var ordinary = await ServiceApplication.StartAsync();
        var error = (await ordinary.Root.AskAsync(Aliased("createAPIToken(input: { name: \"many\" }) { token { id } }", 21))).Error;
        Assert.Equal(("ROOT_FIELD_LIMIT_EXCEEDED", 20), (error.Code, error.Extension("limit").GetInt32()));
    }

    [Fact]
    public async Task A_full_page_with_everything_of_each_token_is_far_within_the_limits()
    {
        await using var ordinary = await ServiceApplication.StartAsync();
        const string document = """
            {
              viewer { permissions tenant { name } token { id name } }
              apiTokens(first: 100, where: { status: [ACTIVE, INACTIVE] }, order: [{ name: ASC }]) {
                totalCount
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                edges { cursor node { ...Row } }
              }
            }
            fragment Row on APIToken {
              id name description valueStart permissions effectivePermissions status allowedCIDRBlocks deniedCIDRBlocks metadata
              tenant { id name } owner { ... on Tenant { id name } } notBefore expiresAt createdAt updatedAt rotatedAt rotationDueAt lastUsedAt lastUsedFrom
              createdByActor { ... on APIToken { id name } } updatedByActor { ... on APIToken { id name } } rotatedBy { ... on APIToken { id name } }
            }
            """;
        var asked = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = document, extensions = new { cost = true } }),
        };
        var cost = (await ordinary.Root.SendAsync(asked)).Json.GetProperty("extensions").GetProperty("cost");
        Assert.InRange(cost.GetProperty("typeCost").GetDouble(), 500, 1_000);
        Assert.InRange(cost.GetProperty("fieldCost").GetDouble(), 500, 1_000);
    }

    public async Task InitializeAsync() => service = await ServiceApplication.StartAsync(new()
    {
        ["GraphQL:MaxRootFields"] = "1000",
        ["GraphQL:MaxAliases"] = "1000",
        ["GraphQL:MaxSelections"] = "1000",
    });

    public async Task DisposeAsync() => await service.DisposeAsync();

    private async Task AssertCostAsync(string document, bool refused)
    {
        var answer = await service.Root.AskAsync(document);
        Assert.True(refused == (answer.Errors.Count == 1 && new ServiceError(answer.Errors[0]).Code == "COST_LIMIT_EXCEEDED"), answer.ToString());
    }

    private static string Aliased(string field, int times) => $"mutation {{ {string.Concat(Enumerable.Range(0, times).Select(index => $"a{index}: {field} "))} }}";
}
