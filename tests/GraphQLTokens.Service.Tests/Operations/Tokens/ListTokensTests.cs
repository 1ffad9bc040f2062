using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence.Listing;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.Operations.Tokens;

public sealed class ListTokensTests : IAsyncLifetime
{
    private TestService service = null!;
    private Caller root = null!;

    [Fact]
    public async Task Names_every_fault_of_its_arguments()
    {
        Assert.Equal(["last"], await FaultsAsync(new() { First = 1, Last = 1 }));
        Assert.Equal(["first"], await FaultsAsync(new() { First = -1 }));
        Assert.Equal(["first"], await FaultsAsync(new() { First = 101 }));
        Assert.Equal(["last"], await FaultsAsync(new() { Last = 101 }));
        Assert.Equal(["after", "before"], await FaultsAsync(new() { After = "x", Before = "" }));
        Assert.Equal(["order[1]"], await FaultsAsync(new() { Order = [new(TokenSortKey.Name, true), new(TokenSortKey.Name, false)] }));
        Assert.Equal(
            ["where.permission", "where.unusedFor", "where.ownerId", "where.tenantId"],
            await FaultsAsync(new() { Where = new() { Permission = "Nope", UnusedFor = TimeSpan.FromDays(-1), OwnerId = "x", TenantId = "y" } }));
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_a_fault()
    {
        var page = (await RunAsync(root, new() { First = 1 })).Page!;

        Assert.Empty(await FaultsAsync(new() { After = page.CursorOf(page.Tokens[0]) }));
        Assert.Equal(["after"], await FaultsAsync(new() { After = page.CursorOf(page.Tokens[0]), Order = [new(TokenSortKey.Name, true)] }));
    }

    [Fact]
    public async Task A_page_of_none_says_whether_there_are_any()
    {
        var page = (await RunAsync(root, new() { First = 0 })).Page!;

        Assert.Empty(page.Tokens);
        Assert.True(page.HasNext);
    }

    [Fact]
    public async Task Without_the_permission_only_ones_own_when_asked_for_just_those()
    {
        var plain = await service.CallerWithAsync();

        Assert.Equal(ListTokensStatus.AccessDenied, (await RunAsync(plain, new())).Status);
        Assert.Equal(2, (await RunAsync(plain, new() { OwnOnly = true })).Page!.Tokens.Count);
        Assert.Empty((await RunAsync(plain with { OwnerUserId = Guid.CreateVersion7() }, new() { OwnOnly = true })).Page!.Tokens);
    }

    public async Task InitializeAsync()
    {
        service = await TestService.StartAsync();
        root = await service.RootAsync();
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    private Task<ListTokensOutcome> RunAsync(Caller caller, ListTokensInput input) => service.Get<ListTokens>().RunAsync(caller, input, default);

    private async Task<List<string>> FaultsAsync(ListTokensInput input) => [.. (await RunAsync(root, input)).Faults.Select(fault => fault.Field)];
}
