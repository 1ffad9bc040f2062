using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence.Sqlite;
using GraphQLTokens.Service.Persistence.Writing;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Operations.Tokens;

/// <summary>Rotations whose overlap ends with the first use of the new value.</summary>
public sealed class RetirePreviousValueTests : IAsyncLifetime
{
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);
    private TestService service = null!;
    private SqliteConnection watch = null!;

    [Fact]
    public async Task The_first_use_of_the_new_value_ends_the_previous_one_before_it_is_answered()
    {
        var (token, previous, next) = await RotateAsync(retireOnFirstUse: true);
        var announced = new List<StoreChange>();
        using var listening = service.Get<ChangeFeed>().Listen(announced.Add);
        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(previous)).Code);

        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(next)).Code);

        // In the store, not in memory alone.
        await using var db = await service.OpenAsync();
        var row = await db.Tokens.AsNoTracking().Include(one => one.Values).SingleAsync(one => one.Id == token);
        Assert.Null(row.PreviousValue(service.Clock.Now));
        Assert.Null(row.PreviousEndsAt);
        Assert.Equal(VerificationCode.Retired, (await service.JudgeAsync(previous)).Code);
        Assert.Equal(TokenChangeKind.Updated, Assert.Single(announced).Kind);
        var audit = Assert.Single(await db.AuditEvents.Where(one => one.ActionName == RetirePreviousValue.Action).ToListAsync());
        Assert.Equal((token, AuditResult.Succeeded, "203.0.113.9"), (audit.ActorId, audit.Result, audit.SourceIP));
    }

    [Fact]
    public async Task Only_that_use_writes()
    {
        var (_, previous, next) = await RotateAsync(retireOnFirstUse: true);
        var (_, plain, plainNext) = await RotateAsync(retireOnFirstUse: false);

        Assert.Equal(0, await WritesOfAsync(previous, previous, plain, plainNext, plainNext));
        Assert.Equal(1, await WritesOfAsync(next));
        Assert.Equal(0, await WritesOfAsync(next, previous, next));
    }

    [Fact]
    public async Task After_the_overlap_no_use_writes()
    {
        var (_, _, next) = await RotateAsync(retireOnFirstUse: true);
        service.Clock.Advance(Overlap);
        await service.Get<Service.Persistence.LastUsedWriter>().FlushAsync(default);

        Assert.Equal(0, await WritesOfAsync(next));
    }

    [Fact]
    public async Task A_refused_use_ends_nothing()
    {
        var (token, previous, next) = await RotateAsync(retireOnFirstUse: true);
        await service.Get<UpdateToken>().RunAsync(await service.RootAsync(), new() { Id = token.ToString(), Active = false }, default);

        Assert.Equal(VerificationCode.Inactive, (await service.JudgeAsync(next)).Code);
        await service.Get<UpdateToken>().RunAsync(await service.RootAsync(), new() { Id = token.ToString(), Active = true }, default);
        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(previous)).Code);
    }

    [Fact]
    public async Task Of_many_first_uses_at_once_one_ends_the_overlap_and_all_are_answered()
    {
        var (token, previous, next) = await RotateAsync(retireOnFirstUse: true);

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () => await service.JudgeAsync(next))));

        Assert.All(verdicts, verdict => Assert.Equal(VerificationCode.Valid, verdict.Code));
        Assert.Equal(VerificationCode.Retired, (await service.JudgeAsync(previous)).Code);
        await using var db = await service.OpenAsync();
        Assert.Equal(1, await db.AuditEvents.CountAsync(one => one.ActionName == RetirePreviousValue.Action && one.ActorId == token));
    }

    [Fact]
    public async Task A_use_that_a_later_rotation_overtakes_ends_nothing_of_it()
    {
        var (token, _, next) = await RotateAsync(retireOnFirstUse: true);
        var user = await RecordOfAsync(next);
        var third = await service.Get<RotateToken>().RunAsync(await service.RootAsync(), new(token.ToString(), Overlap, RetireOnFirstUse: true), default);

        await service.Get<RetirePreviousValue>().RunAsync(user, default);

        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(next)).Code);
        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(third.Value.Reveal())).Code);
        Assert.Equal(VerificationCode.Retired, (await service.JudgeAsync(next)).Code);
    }

    public async Task InitializeAsync()
    {
        service = await TestService.StartAsync();
        watch = await service.Get<SqliteStore>().OpenOwnAsync(default);
    }

    public async Task DisposeAsync()
    {
        await watch.DisposeAsync();
        await service.DisposeAsync();
    }

    private async Task<(Guid Id, string Previous, string Next)> RotateAsync(bool retireOnFirstUse)
    {
        var (token, previous) = await service.CreateAsync(new() { Name = "x" });
        var outcome = await service.Get<RotateToken>().RunAsync(await service.RootAsync(), new(token.Id.ToString(), Overlap, retireOnFirstUse), default);
        return (token.Id, previous, outcome.Value.Reveal());
    }

    /// <summary>A caller as the door would make it, without the use that this would be.</summary>
    private async Task<Caller> RecordOfAsync(string value)
    {
        Assert.True(TokenValue.TryParse(value, out var parsed));
        var record = await service.Get<Service.Persistence.Keys.KeyRecords>().FindAsync(parsed.TokenId, default);
        record!.Judge(parsed, TestService.Address, service.Clock.Now, service.Get<TokenHasher>(), out var presented);
        return Caller.From(record, presented, CallOrigin.Unknown);
    }

    /// <summary>How many commits these uses caused, one after the other: SQLite counts what other connections changed.</summary>
    private async Task<int> WritesOfAsync(params string[] values)
    {
        var writes = 0;
        foreach (var value in values)
        {
            var before = VersionOfData();
            await service.JudgeAsync(value);
            writes += VersionOfData() == before ? 0 : 1;
        }
        return writes;
    }

    private long VersionOfData()
    {
        using var command = watch.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }
}
