using System.Text.RegularExpressions;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>A page of tokens costs as many queries as it has kinds of things, not as it has tokens.</summary>
public sealed partial class BatchingTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(50)]
    public async Task A_page_with_owners_and_tenants_costs_at_most_three_queries(int tokens)
    {
        await using var service = await ServiceApplication.StartAsync();
        for (var index = 0; index < tokens; index++)
            await service.Root.CreateTokenAsync($"token {index}");
        var before = Queries(service);

        var answer = await service.Root.AskAsync(
            "{ apiTokens(first: 50, where: { nameContains: \"token\" }, order: [{ name: ASC }]) { nodes { owner { ... on Tenant { name } } tenant { name } } } }");

        Assert.Empty(answer.Errors);
        Assert.InRange(Queries(service) - before, 2, 3);
    }

    private static int Queries(ServiceApplication service) => ExecutedSelect().Count(service.Log.Text);

    [GeneratedRegex(@"Executed DbCommand[^\n]*\n\s*SELECT")]
    private static partial Regex ExecutedSelect();
}
