using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.AccessTokens;
using GraphQLTokens.Service.Tests.Persistence;

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

    private ValueTask<CreateAccessTokenOutcome> AskAsync(Caller caller, string audience = "orders") =>
        service.Get<ForwardedAccessTokens>().FindOrIssueAsync(caller, audience, CancellationToken.None);
}
