using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

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
    public async Task Values_from_before_overlaps_can_be_rotated_with_one_and_taken_back()
    {
        var directory = TestService.NewDirectory();
        ApiToken token;
        string value;
        await using (var service = await TestService.StartAsync(directory))
        {
            (token, _) = await service.CreateAsync(new() { Name = "old" });
            var rotated = await service.Get<RotateToken>().RunAsync(await service.RootAsync(), new(token.Id.ToString()), default);
            (token, value) = (rotated.Token!, rotated.Value.Reveal());
            await using var db = await service.OpenAsync();
            await db.GetService<IMigrator>().MigrateAsync("Initial");
        }

        await using (var service = await TestService.StartAsync(directory))
        {
            var root = await service.RootAsync();
            await service.Get<RotateToken>().RunAsync(root, new(token.Id.ToString(), TimeSpan.FromHours(1)), default);
            var outcome = await service.Get<CancelRotation>().RunAsync(root, new(token.Id.ToString(), RotationSide.Previous), default);
            Assert.Equal(CancelRotationStatus.Done, outcome.Status);
            Assert.Equal((token.ValueStart, token.ValueSetAt, token.RotatedAt, token.RotatedBy),
                (outcome.Token!.ValueStart, outcome.Token.ValueSetAt, outcome.Token.RotatedAt, outcome.Token.RotatedBy));
            await service.CallerAsync(value);
        }
        Directory.Delete(directory, recursive: true);
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
