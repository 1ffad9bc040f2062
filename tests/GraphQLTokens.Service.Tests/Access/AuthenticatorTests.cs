using System.Net;
using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence.Keys;
using GraphQLTokens.Service.Persistence.Writing;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Access;

public sealed class AuthenticatorTests
{
    /// <summary>Faults are laid on one token from the last in precedence to the first; each must hide those laid before it.</summary>
    [Fact]
    public async Task The_first_fault_in_precedence_is_the_verdict()
    {
        await using var service = await TestService.StartAsync();
        var root = await service.RootAsync();
        var (token, value) = await service.CreateAsync(new() { Name = "x", AllowedCIDRBlocks = ["10.0.0.0/8"], Expiry = new() { After = TimeSpan.FromHours(1) } });
        var id = token.Id.ToString();
        Assert.Equal(VerificationCode.Valid, await CodeAsync(value, "10.0.0.1"));
        Assert.Equal(VerificationCode.AddressNotAllowed, await CodeAsync(value, "11.0.0.1"));
        Assert.Equal(VerificationCode.AddressRequired, await CodeAsync(value, null));

        service.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(VerificationCode.Expired, await CodeAsync(value, "11.0.0.1"));
        await ChangeAsync(one => (one.NotBefore, one.EndsAt) = (service.Clock.Now.AddMilliseconds(1), service.Clock.Now));
        Assert.Equal(VerificationCode.NotYetValid, await CodeAsync(value, null));
        await service.Get<StoreWriter>().WriteAsync(async (scope, stop) =>
        {
            (await scope.Db.Tenants.SingleAsync(stop)).Enabled = false;
            return 0;
        }, default);
        service.Get<KeyRecordCache>().DropAll();
        Assert.Equal(VerificationCode.TenantDisabled, await CodeAsync(value, null));
        await ChangeAsync(one => one.Active = false);
        Assert.Equal(VerificationCode.Inactive, await CodeAsync(value, null));
        await service.Get<DeleteToken>().RunAsync(root, new(id), default);
        Assert.Equal(VerificationCode.Revoked, await CodeAsync(value, null));
        await ChangeAsync(one => one.Rotate(TokenValue.Create("gqt", one.Id), service.Get<TokenHasher>(), TimeSpan.Zero, false, root.Actor, service.Clock.Now));
        Assert.Equal(VerificationCode.Retired, await CodeAsync(value, null));
        Assert.Equal(VerificationCode.Unknown, await CodeAsync(TokenValue.Create("gqt", token.Id).Reveal(), null));
        Assert.Equal(VerificationCode.Unknown, await CodeAsync(TokenValue.Create("gqt", Guid.CreateVersion7()).Reveal(), null));
        Assert.Equal(VerificationCode.Malformed, await CodeAsync(value[..^1], null));

        async Task<VerificationCode> CodeAsync(string text, string? address) =>
            (await service.Get<Authenticator>().JudgeAsync(text, address is null ? null : IPAddress.Parse(address), default)).Code;

        Task ChangeAsync(Action<ApiToken> change) => service.Get<StoreWriter>().WriteAsync(async (scope, stop) =>
        {
            var one = await scope.Db.Tokens.Include(held => held.Values).SingleAsync(held => held.Id == token.Id, stop);
            change(one);
            scope.Announce(TokenChangeKind.Updated, one.Id, one.TenantId);
            return 0;
        }, default);
    }

    [Fact]
    public async Task An_unknown_value_of_a_known_token_gives_no_record_away()
    {
        await using var service = await TestService.StartAsync();
        var (token, _) = await service.CreateAsync(new() { Name = "x" });

        Assert.Null((await service.JudgeAsync(TokenValue.Create("gqt", token.Id).Reveal())).Record);
    }

    [Fact]
    public async Task A_key_seen_before_reads_nothing_from_the_store()
    {
        await using var service = await TestService.StartAsync();
        var (token, value) = await service.CreateAsync(new() { Name = "x" });
        await service.CallerAsync(value);

        // A change behind the service's back would show if it read.
        await service.Get<StoreWriter>().WriteAsync((scope, stop) =>
            scope.Db.Tokens.Where(one => one.Id == token.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Active, false), stop), default);

        Assert.Equal(VerificationCode.Valid, (await service.JudgeAsync(value)).Code);
    }
}
