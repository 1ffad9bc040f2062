using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Persistence.Listing;

namespace GraphQLTokens.Service.Tests.Persistence.Listing;

public sealed class TokenQueryTests : IAsyncLifetime
{
    private TestService service = null!;
    private Caller root = null!;
    private DateTimeOffset start;

    [Fact]
    public async Task Name_contains_ignores_case_and_takes_wildcards_literally()
    {
        Assert.Equal(["Straße 100%"], await NamesAsync(new() { NameContains = "sTRAß" }));
        Assert.Equal(["Straße 100%"], await NamesAsync(new() { NameContains = "0%" }));
        Assert.Empty(await NamesAsync(new() { NameContains = "_" }));
    }

    [Theory]
    [InlineData("Active", "Root token,Straße 100%,plain")]
    [InlineData("Inactive", "off")]
    [InlineData("Expired", "ended")]
    [InlineData("NotYetValid", "early")]
    [InlineData("Revoked", "")]
    [InlineData("Inactive,Expired", "ended,off")]
    [InlineData("", "")]
    public async Task Status_is_any_of_the_list_as_the_token_itself_says_it(string wanted, string expected)
    {
        var status = wanted.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<TokenStatus>).ToList();
        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), await NamesAsync(new() { Status = status }));

        var listed = await service.Get<ListTokens>().RunAsync(root, new ListTokensInput { Where = new() { Status = status } }, default);
        Assert.All(listed.Page!.Tokens, token => Assert.Contains(token.StatusAt(service.Clock.Now), status));
    }

    [Fact]
    public async Task Permission_finds_the_whole_name_and_the_flag()
    {
        Assert.Equal(["Root token", "plain"], await NamesAsync(new() { Permission = "AlertRead" }));
        Assert.Equal(["Root token", "off"], await NamesAsync(new() { Permission = "BulkUploadValidate" }));
        Assert.Equal(["Root token"], await NamesAsync(new() { Permission = "BulkUpload" }));
    }

    [Fact]
    public async Task Ranges_take_their_beginning_leave_their_end_and_never_hold_never()
    {
        Assert.Equal(["ended"], await NamesAsync(new() { ExpiresAt = new(start.AddHours(1), start.AddHours(1).AddMilliseconds(1)) }));
        Assert.Empty(await NamesAsync(new() { ExpiresAt = new(null, start.AddHours(1)) }));
        Assert.Equal(["ended"], await NamesAsync(new() { ExpiresAt = new(null, null) }));
        Assert.Equal(["Root token", "off"], await NamesAsync(new() { LastUsedAt = new(null, null) }));
        Assert.Equal(["Root token"], await NamesAsync(new() { CreatedAt = new(null, start.AddMilliseconds(1)) }));
    }

    [Fact]
    public async Task Unused_counts_from_creation_where_there_was_no_use()
    {
        service.Clock.Advance(TimeSpan.FromDays(10));
        await service.CallerAsync((await service.CreateAsync(new CreateTokenInput { Name = "fresh" })).Value);

        var names = await NamesAsync(new() { UnusedFor = TimeSpan.FromDays(10) });
        Assert.Contains("plain", names);
        Assert.Contains("off", names);
        Assert.DoesNotContain("fresh", names);
        Assert.Empty(await NamesAsync(new() { UnusedFor = TimeSpan.FromDays(10_000) }));
        Assert.Empty(await NamesAsync(new() { UnusedFor = TimeSpan.MaxValue }));
    }

    [Fact]
    public async Task Rotation_is_due_ninety_days_after_the_value_was_made()
    {
        service.Clock.Advance(TimeSpan.FromDays(89));
        Assert.Empty(await NamesAsync(new() { RotationDue = true }));
        await service.Get<RotateToken>().RunAsync(root, new RotateTokenInput(), default);
        service.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(["Straße 100%", "early", "ended", "off", "plain"], await NamesAsync(new() { RotationDue = true }));
        Assert.Equal(["Root token"], await NamesAsync(new() { RotationDue = false }));
    }

    [Fact]
    public async Task Open_to_any_address_means_no_rule_at_all()
    {
        Assert.Equal(["Straße 100%", "plain"], await NamesAsync(new() { OpenToAnyAddress = false }));
        Assert.DoesNotContain("plain", await NamesAsync(new() { OpenToAnyAddress = true }));
    }

    [Fact]
    public async Task Owner_and_tenant_narrow_and_all_conditions_hold_together()
    {
        Assert.Equal(6, (await NamesAsync(new() { OwnerId = root.TenantId.ToString("N") })).Count);
        Assert.Equal(6, (await NamesAsync(new() { TenantId = root.TenantId.ToString() })).Count);
        Assert.Empty(await NamesAsync(new() { OwnerId = Guid.CreateVersion7().ToString() }));
        Assert.Empty(await NamesAsync(new() { Permission = "AlertRead", NameContains = "off" }));
    }

    public async Task InitializeAsync()
    {
        service = await TestService.StartAsync();
        root = await service.RootAsync();
        start = service.Clock.Now;
        service.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await service.CreateAsync(new() { Name = "plain", Permissions = ["AlertRead"], AllowedCIDRBlocks = ["10.0.0.0/8"] });
        await service.CreateAsync(new() { Name = "Straße 100%", DeniedCIDRBlocks = ["10.0.0.0/8"] });
        await service.CreateAsync(new() { Name = "ended", Expiry = new() { At = start.AddHours(1) } });
        await service.CreateAsync(new() { Name = "early", NotBefore = start.AddYears(5) });
        var (off, value) = await service.CreateAsync(new() { Name = "off", Permissions = ["BulkUploadValidate"] });
        await service.CallerAsync(value);
        await service.Get<LastUsedWriter>().FlushAsync(default);
        await service.Get<UpdateToken>().RunAsync(root, new() { Id = off.Id.ToString(), Active = false }, default);
        var (gone, _) = await service.CreateAsync(new() { Name = "gone", Permissions = ["AlertRead"] });
        await service.Get<DeleteToken>().RunAsync(root, new(gone.Id.ToString()), default);
        service.Clock.Advance(TimeSpan.FromHours(1));
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    private async Task<List<string>> NamesAsync(TokenWhereInput where)
    {
        var list = service.Get<ListTokens>();
        var outcome = await list.RunAsync(root, new ListTokensInput { Where = where }, default);
        Assert.Empty(outcome.Faults);
        Assert.Equal(outcome.Page!.Tokens.Count, await list.CountAsync(outcome, default));
        return [.. outcome.Page.Tokens.Select(token => token.Name).Order(StringComparer.Ordinal)];
    }
}
