using System.Buffers;
using System.Text;
using GraphQLTokens.Engine;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.GraphQL;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence.Writing;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.GraphQL.Tokens;

public sealed class TokenSubscriptionsTests : IAsyncLifetime
{
    private TestService service = null!;
    private Caller root = null!;

    [Fact]
    public async Task Tells_of_every_committed_change_in_order()
    {
        await using var changes = await OpenAsync(root, "subscription { apiTokenChanged { kind token { name } } }");

        var (token, _) = await service.CreateAsync(new() { Name = "first" });
        Assert.Equal("""{"data":{"apiTokenChanged":{"kind":"CREATED","token":{"name":"first"}}}}""", await NextAsync(changes));

        await service.Get<UpdateToken>().RunAsync(root, new() { Id = token.Id.ToString(), Name = "second" }, default);
        Assert.Equal("""{"data":{"apiTokenChanged":{"kind":"UPDATED","token":{"name":"second"}}}}""", await NextAsync(changes));

        await service.Get<RotateToken>().RunAsync(root, new(token.Id.ToString()), default);
        Assert.Equal("""{"data":{"apiTokenChanged":{"kind":"ROTATED","token":{"name":"second"}}}}""", await NextAsync(changes));

        await service.Get<DeleteToken>().RunAsync(root, new(token.Id.ToString()), default);
        Assert.Equal("""{"data":{"apiTokenChanged":{"kind":"DELETED","token":null}}}""", await NextAsync(changes));
    }

    [Fact]
    public async Task Tells_nothing_of_a_refused_change_or_of_another_token()
    {
        var (followed, _) = await service.CreateAsync(new() { Name = "followed" });
        await using var changes = await OpenAsync(root, $"subscription {{ apiTokenChanged(id: \"{followed.Id:N}\") {{ kind id }} }}");

        await service.CreateAsync(new() { Name = "other" });
        await service.Get<UpdateToken>().RunAsync(root, new() { Id = followed.Id.ToString(), Name = "" }, default);
        await service.Get<DeleteToken>().RunAsync(root, new(followed.Id.ToString()), default);

        Assert.Equal("""{"data":{"apiTokenChanged":{"kind":"DELETED","id":"ID"}}}""".Replace("ID\"", $"{followed.Id}\"", StringComparison.Ordinal), await NextAsync(changes));
    }

    [Fact]
    public async Task Needs_the_permission_to_read_tokens()
    {
        var result = await StartAsync(await service.CallerWithAsync("AlertRead"), "subscription { apiTokenChanged { id } }");

        Assert.Null(result.Stream);
        Assert.Equal("access denied", result.Response!.Errors[0].Message);
    }

    [Fact]
    public async Task Stops_listening_when_its_request_ends_unread()
    {
        using var leaving = new CancellationTokenSource();
        await service.Get<RequestExecutor>().StartAsync(new GraphQLRequest { Document = "subscription { apiTokenChanged { id } }", Caller = root }, leaving.Token);
        Assert.Equal(1, service.Get<ChangeFeed>().ListenerCount - Listeners);

        await leaving.CancelAsync();

        Assert.Equal(0, service.Get<ChangeFeed>().ListenerCount - Listeners);
    }

    public async Task InitializeAsync()
    {
        service = await TestService.StartAsync(configure: services => services.AddTokenSchema(new PermissionExtension(null, [])));
        root = await service.RootAsync();
        Listeners = service.Get<ChangeFeed>().ListenerCount;
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    private int Listeners { get; set; }

    private async Task<IAsyncEnumerator<GraphQLResponse>> OpenAsync(Caller caller, string document) =>
        (await StartAsync(caller, document)).Stream!.GetAsyncEnumerator();

    private ValueTask<GraphQLResult> StartAsync(Caller caller, string document) =>
        service.Get<RequestExecutor>().StartAsync(new GraphQLRequest { Document = document, Caller = caller });

    private static async Task<string> NextAsync(IAsyncEnumerator<GraphQLResponse> responses)
    {
        Assert.True(await responses.MoveNextAsync());
        var output = new ArrayBufferWriter<byte>();
        responses.Current.WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
