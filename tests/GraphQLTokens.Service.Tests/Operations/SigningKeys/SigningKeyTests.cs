using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.SigningKeys;
using GraphQLTokens.Service.Tests.EndToEnd;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Operations.SigningKeys;

public sealed class SigningKeyTests : IAsyncLifetime
{
    private static readonly TimeSpan Period = TimeSpan.FromDays(90);
    private TestService service = null!;

    private SigningKeyRing Ring => service.Get<SigningKeyRing>();

    public async Task InitializeAsync() => service = await TestService.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task The_first_start_makes_one_and_the_next_keeps_it()
    {
        var directory = TestService.NewDirectory();
        string first;
        await using (var one = await TestService.StartAsync(directory))
            first = one.Get<SigningKeyRing>().Current.KeyId;
        await using (var two = await TestService.StartAsync(directory))
            Assert.Equal(first, Assert.Single(two.Get<SigningKeyRing>().Keys).KeyId);
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task By_command_the_new_key_signs_at_once_and_the_old_one_is_published_until_its_last_token_has_ended()
    {
        var old = Ring.Current.KeyId;
        var root = await service.RootAsync();
        var jwt = await service.AccessTokenAsync(root, new() { Lifetime = TimeSpan.FromHours(1) });

        var key = await RotateAsync(root);

        Assert.Equal(key.KeyId, Ring.Current.KeyId);
        Assert.Equal([key.KeyId, old], Ring.Published.Select(one => one.KeyId));
        Assert.Equal(service.Clock.Now + TimeSpan.FromHours(1) + SigningKey.PublishedBeyond, Row(old).PublishedUntil);
        service.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(jwt)).Code);

        service.Clock.Advance(TimeSpan.FromMinutes(7));
        Assert.Equal([key.KeyId], Ring.Published.Select(one => one.KeyId));
        await service.Get<TendSigningKeys>().RunAsync(default);
        Assert.Equal([key.KeyId], Ring.Keys.Select(one => one.KeyId));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_behind_every_key_does_not_keep_the_service_from_signing()
    {
        var root = await service.RootAsync();
        await RotateAsync(root);
        await service.Get<TendSigningKeys>().RunAsync(default);
        service.Clock.Advance(TimeSpan.FromDays(-1));

        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(await service.AccessTokenAsync(root))).Code);
    }

    [Fact]
    public async Task The_longest_lifetime_counts_whoever_asked_for_it_and_over_a_restart()
    {
        var directory = TestService.NewDirectory();
        await using (var one = await TestService.StartAsync(directory, clock: service.Clock))
        {
            await one.AccessTokenAsync(await one.RootAsync(), new() { Lifetime = TimeSpan.FromHours(9) });
            await one.AccessTokenAsync(await one.RootAsync());
        }
        await using (var two = await TestService.StartAsync(directory, clock: service.Clock))
        {
            await two.Get<RotateSigningKey>().RunAsync(await two.RootAsync(), default);
            Assert.Equal(service.Clock.Now.AddHours(9) + SigningKey.PublishedBeyond, two.Get<SigningKeyRing>().Keys[1].Row.PublishedUntil);
        }
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task A_key_that_signs_no_more_loses_its_private_half()
    {
        var old = Ring.Current.KeyId;
        await RotateAsync(await service.RootAsync());
        await service.Get<TendSigningKeys>().RunAsync(default);

        await using var db = await service.OpenAsync();
        Assert.Null((await db.SigningKeys.SingleAsync(key => key.KeyId == old)).SealedPrivateKey);
    }

    [Fact]
    public async Task On_schedule_the_next_key_is_published_before_it_signs()
    {
        var old = Ring.Current.KeyId;
        service.Clock.Advance(Period - TendSigningKeys.PublishedAhead - TimeSpan.FromMilliseconds(1));
        await service.Get<TendSigningKeys>().RunAsync(default);
        Assert.Single(Ring.Keys);

        service.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await service.Get<TendSigningKeys>().RunAsync(default);
        Assert.Equal(2, Ring.Published.Count());
        Assert.Equal(old, Ring.Current.KeyId);
        Assert.Equal(service.Clock.Now + TendSigningKeys.PublishedAhead, Row(old).SignsUntil);

        service.Clock.Advance(TendSigningKeys.PublishedAhead);
        Assert.NotEqual(old, Ring.Current.KeyId);
        var jwt = await service.AccessTokenAsync(await service.RootAsync());
        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(jwt)).Code);
        await using var db = await service.OpenAsync();
        Assert.Equal(ActorKind.System, (await db.AuditEvents.SingleAsync(row => row.ActionName == "ROTATE_SIGNING_KEY")).ActorKind);
    }

    [Fact]
    public async Task After_a_long_stop_the_next_key_still_waits_until_verifiers_know_it()
    {
        var old = Ring.Current.KeyId;
        service.Clock.Advance(Period * 3);

        await service.Get<TendSigningKeys>().RunAsync(default);

        Assert.Equal(old, Ring.Current.KeyId);
        service.Clock.Advance(TendSigningKeys.PublishedAhead);
        Assert.NotEqual(old, Ring.Current.KeyId);
    }

    [Fact]
    public async Task By_command_a_key_that_waits_for_its_turn_goes()
    {
        service.Clock.Advance(Period - TendSigningKeys.PublishedAhead);
        await service.Get<TendSigningKeys>().RunAsync(default);
        var waiting = Ring.Keys[0].KeyId;

        var key = await RotateAsync(await service.RootAsync());

        Assert.Equal(key.KeyId, Ring.Current.KeyId);
        Assert.DoesNotContain(Ring.Keys, one => one.KeyId == waiting);
        Assert.All(Ring.Keys.Skip(1), one => Assert.Equal(service.Clock.Now, one.Row.SignsUntil));
    }

    /// <summary>Whoever has not both is refused, and it is written down.</summary>
    [Fact]
    public async Task Needs_the_permission_and_the_role()
    {
        var caller = await service.CallerWithAsync("GeneralSettingsModify", "GeneralSettingsRead");
        Assert.Equal(RotateSigningKeyStatus.AccessDenied, (await service.Get<RotateSigningKey>().RunAsync(caller, default)).Status);
        var narrowed = await service.CallerAsync(await service.AccessTokenAsync(await service.RootAsync(), new() { Permissions = ["AlertRead"] }));
        Assert.Equal(RotateSigningKeyStatus.AccessDenied, (await service.Get<RotateSigningKey>().RunAsync(narrowed, default)).Status);
        Assert.Equal(ListSigningKeysStatus.AccessDenied, service.Get<ListSigningKeys>().Run(narrowed).Status);
        Assert.Single(service.Get<ListSigningKeys>().Run(caller).Keys);
        Assert.Single(Ring.Keys);
        await using var db = await service.OpenAsync();
        Assert.Equal(2, await db.AuditEvents.CountAsync(row => row.ActionName == "ROTATE_SIGNING_KEY" && row.Result == AuditResult.Failed));
    }

    [Fact]
    public async Task Time_alone_brings_the_next_key()
    {
        service.Clock.Advance(Period);
        // The timer may be set only now, and the work behind it goes on by itself.
        Assert.Equal(2, await Eventually.Async(
            async () =>
            {
                service.Clock.Advance(TimeSpan.FromMinutes(1));
                await using var db = await service.OpenAsync();
                return await db.SigningKeys.CountAsync();
            },
            count => count == 2));
    }

    private SigningKey Row(string keyId) => Ring.Keys.Single(key => key.KeyId == keyId).Row;

    private async Task<SigningKey> RotateAsync(Caller caller)
    {
        var outcome = await service.Get<RotateSigningKey>().RunAsync(caller, default);
        Assert.Equal(RotateSigningKeyStatus.Done, outcome.Status);
        return outcome.Key!;
    }
}
