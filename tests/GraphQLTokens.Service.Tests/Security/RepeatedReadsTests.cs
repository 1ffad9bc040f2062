using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence.Listing;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.Security;

/// <summary>One request can ask for the same thing many times over: that must neither fail nor swell the answer.</summary>
public sealed class RepeatedReadsTests
{
    [Fact]
    public async Task Effective_permissions_of_a_token_that_was_read_twice_are_found_once()
    {
        await using var service = await TestService.StartAsync();
        var (token, _) = await service.CreateAsync(new() { Name = "x", Permissions = ["AlertRead"] });
        var root = await service.RootAsync();
        var again = (await service.Get<GetToken>().RunAsync(root, token.Id.ToString(), default)).Token!;

        var found = await service.Get<FindEffectivePermissions>().RunAsync([token, again], default);

        Assert.Equal(["AlertRead"], Assert.Single(found).Value.Listed.AsEnumerable());
    }

    [Fact]
    public async Task An_order_of_thousands_of_keys_is_one_fault()
    {
        await using var service = await TestService.StartAsync();
        var order = Enumerable.Repeat(new TokenOrder(TokenSortKey.CreatedAt, true), 50_000).Prepend(new TokenOrder(TokenSortKey.Name, true)).ToList();

        var outcome = await service.Get<ListTokens>().RunAsync(await service.RootAsync(), new() { Order = order }, default);

        Assert.Equal("order[2]", Assert.Single(outcome.Faults).Field);
    }
}
