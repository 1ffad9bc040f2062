using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Sqlite.Reading;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>A page of tokens asks the store as often as it has kinds of things, not as it has tokens.</summary>
public sealed class BatchingTests
{
    [Theory]
    [InlineData(2, 1)]
    [InlineData(50, 1)]
    [InlineData(2, 2)]
    [InlineData(50, 50)]
    public async Task A_page_with_owners_and_tenants_costs_three_statements_at_most(int tokens, int tenants)
    {
        await using var service = await ServiceApplication.StartAsync();
        await AddAsync(service, tokens, tenants);
        var statements = service.Services.GetRequiredService<SqliteReadPool>();
        const string Document = "{ apiTokens(first: 50, where: { nameContains: \"of the page\" }) { nodes { owner { ... on Tenant { name } } tenant { name } } } }";
        await service.Root.AskAsync(Document);
        var before = statements.RunCount;

        var answer = await service.Root.AskAsync(Document);

        var nodes = answer.Data.GetProperty("apiTokens").GetProperty("nodes");
        Assert.Equal(tokens, nodes.GetArrayLength());
        Assert.Equal(tenants, nodes.EnumerateArray().Select(node => node.GetProperty("tenant").GetProperty("name").GetString()).Distinct().Count());
        Assert.All(nodes.EnumerateArray(), node => Assert.Equal(node.GetProperty("tenant").GetRawText(), node.GetProperty("owner").GetRawText()));
        Assert.InRange(statements.RunCount - before, 2, 3);
    }

    private static Task<int> AddAsync(ServiceApplication service, int tokens, int tenants) => service.Services.GetRequiredService<StoreWriter>().WriteAsync((scope, _) =>
    {
        var root = scope.Db.Tenants.Single().Id;
        var ids = Enumerable.Range(0, tenants).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var id in ids)
        {
            scope.Db.Add(new Tenant { Id = id, ParentId = root, Name = $"tenant {id}", CreatedAt = Instant.NotYet });
            scope.Db.AddRange(new TenantAncestry(id, id, 0), new TenantAncestry(root, id, 1));
        }
        for (var i = 0; i < tokens; i++)
        {
            scope.Db.Add(new ApiToken
            {
                Id = Guid.CreateVersion7(),
                TenantId = ids[i % tenants],
                Name = $"{i} of the page",
                Permissions = PermissionSet.Of("AlertRead"),
                Addresses = CidrRules.Open,
                ValueStart = "gqt_",
                ValueSetAt = Instant.NotYet,
                CreatedAt = Instant.NotYet,
                CreatedBy = new Actor(ActorKind.Token, Guid.CreateVersion7()),
            });
        }
        return Task.FromResult(0);
    }, default);
}
