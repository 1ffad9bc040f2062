using System.Net;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Persistence;

public sealed class LastUsedWriterTests
{
    [Fact]
    public async Task A_use_is_seen_after_the_flush_and_costs_the_request_no_write()
    {
        await using var service = await TestService.StartAsync();
        var (token, value) = await service.CreateAsync(new CreateTokenInput { Name = "used" });

        await service.CallerAsync(value, IPAddress.Parse("::ffff:192.0.2.7"));
        Assert.Null((await ReadAsync(service, token.Id)).LastUsedAt);

        await service.Get<LastUsedWriter>().FlushAsync(default);
        var read = await ReadAsync(service, token.Id);
        Assert.Equal(service.Clock.Now, read.LastUsedAt);
        Assert.Equal("192.0.2.7", read.LastUsedFrom);
    }

    [Fact]
    public async Task The_time_never_goes_backwards()
    {
        await using var service = await TestService.StartAsync();
        var (token, _) = await service.CreateAsync(new CreateTokenInput { Name = "used" });
        var writer = service.Get<LastUsedWriter>();
        var now = service.Clock.Now;

        writer.Note(token.Id, 1, now, null);
        writer.Note(token.Id, 1, now.AddSeconds(-1), IPAddress.Loopback);
        await writer.FlushAsync(default);
        writer.Note(token.Id, 1, now.AddSeconds(-2), IPAddress.Loopback);
        await writer.FlushAsync(default);

        var read = await ReadAsync(service, token.Id);
        Assert.Equal(now, read.LastUsedAt);
        Assert.Null(read.LastUsedFrom);
    }

    [Fact]
    public async Task The_newest_value_that_was_used_is_kept_whatever_the_order_of_uses()
    {
        await using var service = await TestService.StartAsync();
        var (token, _) = await service.CreateAsync(new CreateTokenInput { Name = "used" });
        var writer = service.Get<LastUsedWriter>();
        var now = service.Clock.Now;
        Assert.Equal(0, writer.NotedGenerationOf(token.Id));

        writer.Note(token.Id, 2, now, null);
        writer.Note(token.Id, 1, now.AddSeconds(1), IPAddress.Loopback);
        Assert.Equal(2, writer.NotedGenerationOf(token.Id));
        await writer.FlushAsync(default);
        Assert.Equal(0, writer.NotedGenerationOf(token.Id));
        var read = await ReadAsync(service, token.Id);
        Assert.Equal((2, now.AddSeconds(1), "127.0.0.1"), (read.UsedGeneration, read.LastUsedAt, read.LastUsedFrom));

        writer.Note(token.Id, 3, now, null);
        await writer.FlushAsync(default);
        read = await ReadAsync(service, token.Id);
        Assert.Equal((3, now.AddSeconds(1), "127.0.0.1"), (read.UsedGeneration, read.LastUsedAt, read.LastUsedFrom));
    }

    [Fact]
    public async Task A_refused_use_counts_as_none()
    {
        await using var service = await TestService.StartAsync();
        var (token, value) = await service.CreateAsync(new CreateTokenInput { Name = "used", AllowedCIDRBlocks = ["10.0.0.0/8"] });

        Assert.Equal(VerificationCode.AddressNotAllowed, (await service.JudgeAsync(value)).Code);
        await service.Get<LastUsedWriter>().FlushAsync(default);

        Assert.Null((await ReadAsync(service, token.Id)).LastUsedAt);
    }

    [Fact]
    public async Task The_rest_is_written_at_shutdown()
    {
        var directory = TestService.NewDirectory();
        Guid id;
        await using (var service = await TestService.StartAsync(directory))
        {
            var (token, value) = await service.CreateAsync(new CreateTokenInput { Name = "used" });
            id = token.Id;
            await service.CallerAsync(value);
        }
        await using (var next = await TestService.StartAsync(directory))
            Assert.NotNull((await ReadAsync(next, id)).LastUsedAt);
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task A_failed_flush_fails_nobody_and_is_made_up_for_by_the_next()
    {
        await using var service = await TestService.StartAsync(settings: new() { ["Store:BusyTimeout"] = "00:00:01" });
        var (token, _) = await service.CreateAsync(new CreateTokenInput { Name = "used" });
        var writer = service.Get<LastUsedWriter>();
        writer.Note(token.Id, 1, service.Clock.Now, null);

        await using (var other = await service.Get<SqliteStore>().OpenOwnAsync(default))
        {
            await using var held = await other.BeginTransactionAsync();
            await writer.FlushAsync(default);
        }
        Assert.Contains("could not be written", service.Log.Text, StringComparison.Ordinal);
        Assert.Null((await ReadAsync(service, token.Id)).LastUsedAt);

        await writer.FlushAsync(default);
        Assert.NotNull((await ReadAsync(service, token.Id)).LastUsedAt);
    }

    private static async Task<ApiToken> ReadAsync(TestService service, Guid id)
    {
        await using var db = await service.OpenAsync();
        return await db.Tokens.AsNoTracking().SingleAsync(token => token.Id == id);
    }
}
