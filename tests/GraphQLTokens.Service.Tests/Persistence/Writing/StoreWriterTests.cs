using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Persistence.Sqlite;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphQLTokens.Service.Tests.Persistence.Writing;

public sealed class StoreWriterTests
{
    [Fact]
    public async Task Thirty_two_creates_at_once_all_succeed_each_with_its_audit_event()
    {
        await using var service = await TestService.StartAsync();
        var root = await service.RootAsync();
        var create = service.Get<CreateToken>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32 * 8).Select(i => Task.Run(() =>
            create.RunAsync(root, new CreateTokenInput { Name = $"token {i}" }, default))));

        Assert.All(outcomes, outcome => Assert.Equal(CreateTokenStatus.Done, outcome.Status));
        await using var db = await service.OpenAsync();
        Assert.Equal(1 + outcomes.Length, await db.Tokens.CountAsync());
        Assert.Equal(Enumerable.Range(1, 1 + outcomes.Length).Select(i => (long)i), await db.AuditEvents.Select(e => e.Sequence).OrderBy(s => s).ToListAsync());
    }

    [Fact]
    public async Task A_write_that_fails_leaves_nothing_and_harms_no_other_of_its_group()
    {
        await using var service = await TestService.StartAsync();
        var writer = service.Get<StoreWriter>();
        var gate = new TaskCompletionSource();
        var first = writer.WriteAsync(async (_, _) => { await gate.Task; return 1; }, default);
        var good = writer.WriteAsync((scope, _) => { scope.Db.Add(new Setting { Name = "good", Value = "1" }); return Task.FromResult(1); }, default);
        var bad = writer.WriteAsync<int>(async (scope, stop) =>
        {
            scope.Db.Add(new Setting { Name = "bad", Value = "1" });
            await scope.Db.SaveChangesAsync(stop);
            scope.Db.Add(new Setting { Name = "bad and not yet saved", Value = "1" });
            throw new InvalidTimeZoneException();
        }, default);
        var late = writer.WriteAsync((scope, _) => { scope.Db.Add(new Setting { Name = "late", Value = "1" }); return Task.FromResult(1); }, default);
        gate.SetResult();

        await Task.WhenAll(first, good, late);
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => bad);
        await using var db = await service.OpenAsync();
        Assert.Equal(["good", "late"], await db.Settings.Where(row => row.Value == "1").Select(row => row.Name).OrderBy(name => name).ToListAsync());
    }

    [Fact]
    public async Task Writes_that_wait_together_are_committed_together()
    {
        await using var service = await TestService.StartAsync();
        var writer = service.Get<StoreWriter>();
        var gate = new TaskCompletionSource();
        var first = writer.WriteAsync(async (_, _) => { await gate.Task; return 0; }, default);
        var transactions = new List<object>();
        var others = Enumerable.Range(0, 10).Select(_ => writer.WriteAsync((scope, _) =>
        {
            transactions.Add(scope.Db.Database.CurrentTransaction!.GetDbTransaction());
            return Task.FromResult(0);
        }, default)).ToList();
        gate.SetResult();
        await Task.WhenAll([first, .. others]);

        Assert.Equal(10, transactions.Count);
        Assert.Single(transactions.Distinct());
    }

    [Fact]
    public async Task A_write_cancelled_while_it_waits_is_not_begun()
    {
        await using var service = await TestService.StartAsync();
        var writer = service.Get<StoreWriter>();
        var gate = new TaskCompletionSource();
        using var stop = new CancellationTokenSource();
        var first = writer.WriteAsync(async (_, _) => { await gate.Task; return 0; }, default);
        var begun = false;
        var second = writer.WriteAsync((_, _) => { begun = true; return Task.FromResult(0); }, stop.Token);
        await stop.CancelAsync();
        gate.SetResult();

        await first;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(begun);
    }

    [Fact]
    public async Task Announces_a_change_once_it_is_committed_and_never_a_refused_one()
    {
        await using var service = await TestService.StartAsync();
        var root = await service.RootAsync();
        var heard = new List<(StoreChange Change, bool Visible)>();
        using var listening = service.Get<ChangeFeed>().Listen(change =>
        {
            using var db = service.OpenAsync().GetAwaiter().GetResult();
            heard.Add((change, db.Tokens.Any(token => token.Id == change.TokenId)));
        });

        var (token, _) = await service.CreateAsync(new CreateTokenInput { Name = "one" });
        await service.Get<CreateToken>().RunAsync(root, new CreateTokenInput { Name = "" }, default);

        Assert.Equal([(new StoreChange(TokenChangeKind.Created, token.Id, token.TenantId), true)], heard);
    }

    [Fact]
    public async Task A_listener_that_fails_harms_nobody()
    {
        await using var service = await TestService.StartAsync();
        using var listening = service.Get<ChangeFeed>().Listen(_ => throw new InvalidTimeZoneException());

        await service.CreateAsync(new CreateTokenInput { Name = "one" });

        Assert.Contains("A listener failed", service.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_connection_flushes_fully_waits_when_busy_and_keeps_foreign_keys()
    {
        await using var service = await TestService.StartAsync();
        await using var db = await service.OpenAsync();
        await db.Database.OpenConnectionAsync();
        await using var own = await service.Get<SqliteStore>().OpenOwnAsync(default);
        foreach (var connection in new[] { (SqliteConnection)db.Database.GetDbConnection(), own })
        {
            Assert.Equal("wal", Pragma(connection, "journal_mode"));
            Assert.Equal("2", Pragma(connection, "synchronous"));
            Assert.Equal("1", Pragma(connection, "foreign_keys"));
            Assert.Equal("5000", Pragma(connection, "busy_timeout"));
        }
    }

    private static string? Pragma(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the names are the test's own
        command.CommandText = $"PRAGMA {name}";
#pragma warning restore CA2100
        return command.ExecuteScalar()?.ToString();
    }
}
