using System.Net;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Persistence.Reading;

namespace GraphQLTokens.Service.Tests.Persistence.Reading;

public sealed class OwnTokensTests : IAsyncLifetime
{
    private TestService service = null!;
    private ApiToken token = null!;

    [Fact]
    public async Task Whoever_asks_again_is_answered_from_memory()
    {
        var first = await FindAsync();

        Assert.Same(first, await FindAsync());
        Assert.Equal("asks", first!.Name);
    }

    [Fact]
    public async Task A_change_is_seen_at_once()
    {
        await FindAsync();

        await service.Get<UpdateToken>().RunAsync(await service.RootAsync(), new UpdateTokenInput { Id = token.Id.ToString(), Description = "changed" }, default);

        Assert.Equal("changed", (await FindAsync())!.Description);
    }

    [Fact]
    public async Task A_last_use_is_seen_once_it_is_written()
    {
        await FindAsync();
        var writer = service.Get<LastUsedWriter>();
        writer.Note(token.Id, 1, service.Clock.Now, IPAddress.Loopback);

        await writer.FlushAsync(default);

        Assert.Equal("127.0.0.1", (await FindAsync())!.LastUsedFrom);
    }

    [Fact]
    public async Task A_deleted_token_is_gone()
    {
        await FindAsync();

        await service.Get<DeleteToken>().RunAsync(await service.RootAsync(), new DeleteTokenInput(token.Id.ToString()), default);

        Assert.Null(await FindAsync());
    }

    public async Task InitializeAsync()
    {
        service = await TestService.StartAsync();
        (token, _) = await service.CreateAsync(new CreateTokenInput { Name = "asks" });
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    private ValueTask<ApiToken?> FindAsync() => service.Get<OwnTokens>().FindAsync(token.Id, default);
}
