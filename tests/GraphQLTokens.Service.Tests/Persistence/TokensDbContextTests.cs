using GraphQLTokens.Service.Domain;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Persistence;

public sealed class TokensDbContextTests
{
    [Fact]
    public async Task The_migrations_make_the_model_that_the_mappings_describe()
    {
        await using var service = await TestService.StartAsync();
        await using var db = await service.OpenAsync();

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Ids_are_sixteen_bytes_and_instants_whole_milliseconds_in_the_file()
    {
        await using var service = await TestService.StartAsync();
        var root = await service.RootAsync();
        await using var db = await service.OpenAsync();

        var row = await db.Database.SqlQuery<string>(
            $"SELECT typeof(Id) || length(Id) || hex(Id) || typeof(CreatedAt) || CreatedAt || EndsAt || UsedAt AS Value FROM tokens").SingleAsync();

        Assert.Equal(
            $"blob16{root.TokenId.ToString("N").ToUpperInvariant()}integer{service.Clock.Now.ToUnixTimeMilliseconds()}{Instant.Never.ToUnixTimeMilliseconds()}0",
            row);
    }
}
