using System.Net;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Service.Tests.EndToEnd;

public sealed class ReadinessTests
{
    [Fact]
    public async Task Is_ready_while_the_store_answers_and_not_when_it_does_not()
    {
        await using var service = await ServiceApplication.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(service.Url) };

        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains("\"store\":\"ready\"", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await using (var db = await service.Services.GetRequiredService<IDbContextFactory<TokensDbContext>>().CreateDbContextAsync())
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE tenants RENAME TO lost");

        using var broken = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, broken.StatusCode);
        using var live = await client.GetAsync(new Uri("/health/live", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    [Theory]
    [InlineData("Tokens:Pepper")]
    [InlineData("Store:Pth")]
    [InlineData("Bootstrap:Tokn")]
    public async Task A_misspelt_setting_stops_the_start(string key)
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var service = await ServiceApplication.StartAsync(settings: new() { [key] = "x" });
        });
        Assert.Contains(key.Split(':')[1], refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_of_a_later_version_stops_the_start()
    {
        var directory = TestService.NewDirectory();
        try
        {
            await using (var service = await ServiceApplication.StartAsync(directory: directory))
            {
                await using var db = await service.Services.GetRequiredService<IDbContextFactory<TokensDbContext>>().CreateDbContextAsync();
                await db.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('20990101000000_Later', '99.0.0')""");
            }
            var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => ServiceApplication.StartAsync(directory: directory));
            Assert.Contains("later version of the service: this one does not know 20990101000000_Later", refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
