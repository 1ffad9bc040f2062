using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.AccessTokens;
using GraphQLTokens.Service.Persistence.Writing;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Operations.AccessTokens;

public sealed class ForwardedAccessTokensTests : IAsyncLifetime
{
    private TestService service = null!;

    public async Task InitializeAsync() => service = await TestService.StartAsync(settings: new() { ["AccessTokens:ForwardedRemembered"] = "4" });

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task A_failure_is_not_handed_out_again()
    {
        var caller = await service.CallerWithAsync("AlertRead");
        var issuer = (TestIssuer)service.Get<IIssuer>();
        var url = issuer.Url;
        issuer.Url = null;
        Assert.Equal(CreateAccessTokenStatus.IssuerUnknown, (await AskAsync(caller)).Status);
        Assert.Equal(0, service.Get<ForwardedAccessTokens>().Count);
        issuer.Url = url;
        Assert.Equal(CreateAccessTokenStatus.Done, (await AskAsync(caller)).Status);
    }

    [Fact]
    public async Task Remembers_no_more_than_its_bound()
    {
        var caller = await service.CallerWithAsync("AlertRead");
        for (var i = 0; i < 20; i++)
        {
            await AskAsync(caller, $"audience{i}");
            Assert.InRange(service.Get<ForwardedAccessTokens>().Count, 1, 5);
        }
    }

    [Fact]
    public async Task Requests_that_come_together_share_one_and_who_gives_up_takes_it_from_nobody()
    {
        var caller = await service.CallerWithAsync("AlertRead");
        var busy = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = service.Get<StoreWriter>().WriteAsync((_, _) => busy.Task, CancellationToken.None);
        using var impatience = new CancellationTokenSource();
        var first = service.Get<ForwardedAccessTokens>().FindOrIssueAsync(caller, "orders", impatience.Token).AsTask();
        var others = Enumerable.Range(0, 8).Select(_ => AskAsync(caller).AsTask()).ToList();
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        busy.SetResult(true);
        await writing;
        Assert.NotNull(Assert.Single((await Task.WhenAll(others)).Select(outcome => outcome.Jwt).Distinct()));
        await using var db = await service.OpenAsync();
        Assert.Equal(1, await db.AuditEvents.CountAsync(row => row.ActionName == CreateAccessToken.Action));
    }

    private ValueTask<CreateAccessTokenOutcome> AskAsync(Caller caller, string audience = "orders") =>
        service.Get<ForwardedAccessTokens>().FindOrIssueAsync(caller, audience, CancellationToken.None);
}
