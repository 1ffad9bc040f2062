using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Listing;
using GraphQLTokens.Service.Persistence.Reading;
using GraphQLTokens.Service.Persistence.Sqlite.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>A page of tokens asks the store as often as it has kinds of things, not as it has tokens.</summary>
public sealed class BatchingTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(50)]
    public async Task A_page_with_owners_and_tenants_asks_for_tokens_once_and_for_tenants_at_most_twice(int tokens)
    {
        var asked = new Questions();
        await using var service = await ServiceApplication.StartAsync(configure: services => services
            .AddSingleton<ITokenReader>(provider => new CountedTokens(new SqliteTokenReader(provider.GetRequiredService<SqliteReadPool>()), asked))
            .AddSingleton<ITenantReader>(provider => new CountedTenants(new SqliteTenantReader(provider.GetRequiredService<SqliteReadPool>()), asked)));
        for (var index = 0; index < tokens; index++)
            await service.Root.CreateTokenAsync($"token {index}");
        var before = (asked.OfTokens, asked.OfTenants);

        var answer = await service.Root.AskAsync(
            "{ apiTokens(first: 50, where: { nameContains: \"token\" }, order: [{ name: ASC }]) { nodes { owner { ... on Tenant { name } } tenant { name } } } }");

        Assert.Empty(answer.Errors);
        Assert.Equal(1, asked.OfTokens - before.OfTokens);
        Assert.InRange(asked.OfTenants - before.OfTenants, 1, 2);
    }

    private sealed class Questions
    {
        public int OfTokens { get; set; }

        public int OfTenants { get; set; }
    }

    private sealed class CountedTokens(ITokenReader reader, Questions asked) : ITokenReader
    {
        public ValueTask<ApiToken?> FindAsync(TenantSight sight, Guid id, CancellationToken cancellationToken)
        {
            asked.OfTokens++;
            return reader.FindAsync(sight, id, cancellationToken);
        }

        public ValueTask<IReadOnlyDictionary<Guid, ApiToken>> FindAsync(TenantSight sight, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
        {
            asked.OfTokens++;
            return reader.FindAsync(sight, ids, cancellationToken);
        }

        public ValueTask<List<ApiToken>> ListAsync(TenantSight sight, TokenPageRequest request, CancellationToken cancellationToken)
        {
            asked.OfTokens++;
            return reader.ListAsync(sight, request, cancellationToken);
        }

        public ValueTask<int> CountAsync(TenantSight sight, TokenPageRequest request, CancellationToken cancellationToken)
        {
            asked.OfTokens++;
            return reader.CountAsync(sight, request, cancellationToken);
        }
    }

    private sealed class CountedTenants(ITenantReader reader, Questions asked) : ITenantReader
    {
        public ValueTask<IReadOnlyDictionary<Guid, Tenant>> FindAsync(Guid viewerId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
        {
            asked.OfTenants++;
            return reader.FindAsync(viewerId, ids, cancellationToken);
        }

        public ValueTask<TenantSight> FindSightAsync(Guid tenantId, CancellationToken cancellationToken) => reader.FindSightAsync(tenantId, cancellationToken);
    }
}
