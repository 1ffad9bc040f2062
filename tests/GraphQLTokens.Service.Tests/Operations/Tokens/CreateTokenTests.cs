using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Operations.Tokens;

public sealed class CreateTokenTests : IAsyncLifetime
{
    private TestService service = null!;
    private Caller root = null!;

    [Fact]
    public async Task A_created_token_works_at_once_and_stores_no_value()
    {
        var outcome = await RunAsync(new() { Name = "  first  ", Description = "line\nline", Permissions = ["DeployWidgets", "AlertRead"], Metadata = """{"a": 1}""" });

        Assert.Equal(CreateTokenStatus.Done, outcome.Status);
        var caller = await service.CallerAsync(outcome.Value.Reveal());
        Assert.Equal("first", caller.TokenName);
        Assert.Equal(root.TenantId, caller.TenantId);
        Assert.Equal(["AlertRead", "DeployWidgets"], caller.Permissions.Listed.AsEnumerable());
        await using var db = await service.OpenAsync();
        var stored = await db.Tokens.AsNoTracking().Include(token => token.Values).SingleAsync(token => token.Id == outcome.Token!.Id);
        Assert.Equal(outcome.Value.Start, stored.ValueStart);
        Assert.Equal("""{"a": 1}""", stored.Metadata);
        Assert.Equal(root.Actor, stored.CreatedBy);
        Assert.Equal(32, stored.Values.Single().Hash.Length);
        var file = await File.ReadAllBytesAsync(Path.Combine(service.Directory, "tokens.db-wal"));
        Assert.Equal(-1, file.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(outcome.Value.Reveal()[^45..])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a\nb")]
    [InlineData("a\u0000b")]
    [InlineData("a\u202Eb")]
    [InlineData("a\u2028b")]
    [InlineData("\u200B")]
    [InlineData(" \uFEFF\u00A0\u200E ")]
    public async Task Refuses_a_bad_name(string name) => Assert.Equal(["input.name"], await FaultsAsync(new() { Name = name }));

    [Fact]
    public async Task Refuses_half_a_character() // attributes cannot hold one
    {
        Assert.Equal(["input.name"], await FaultsAsync(new() { Name = "a\uD800" }));
        Assert.Equal(["input.metadata"], await FaultsAsync(new() { Name = "x", Metadata = "{\"a\":\"\uD800\"}" }));
    }

    [Fact]
    public async Task Counts_characters_of_a_name_and_not_bytes()
    {
        Assert.Empty(await FaultsAsync(new() { Name = string.Concat(Enumerable.Repeat("🦊", 100)) }));
        Assert.Equal(["input.name"], await FaultsAsync(new() { Name = new string('x', 101) }));
        Assert.Equal(["input.name"], await FaultsAsync(new() { Name = new string('x', 1_000_000) }));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{} {}")]
    public async Task Refuses_metadata_that_is_no_object(string json) =>
        Assert.Equal(["input.metadata"], await FaultsAsync(new() { Name = "x", Metadata = json }));

    [Fact]
    public async Task Names_every_fault_of_an_input_and_changes_nothing()
    {
        var faults = await FaultsAsync(new()
        {
            Name = "",
            Description = new string('x', 1001),
            Permissions = ["AlertRead", "Nope"],
            AllowedCIDRBlocks = ["10.0.0.0/8", "10.0.0.1/8", "x"],
            DeniedCIDRBlocks = [.. Enumerable.Repeat("10.0.0.0/8", 101)],
            NotBefore = service.Clock.Now.AddDays(3),
            Expiry = new() { At = service.Clock.Now.AddDays(2) },
            Metadata = $$"""{"a":"{{new string('x', 8192)}}"}""",
        });

        Assert.Equal(
            ["input.name", "input.description", "input.permissions[1]", "input.allowedCIDRBlocks[1]", "input.allowedCIDRBlocks[2]",
             "input.deniedCIDRBlocks", "input.metadata", "input.notBefore"],
            faults);
        await using var db = await service.OpenAsync();
        Assert.Equal(1, await db.Tokens.CountAsync());
    }

    [Fact]
    public async Task Says_which_block_was_meant()
    {
        var outcome = await RunAsync(new() { Name = "x", AllowedCIDRBlocks = ["10.0.0.1/8"] });

        Assert.Equal([new InputFault("input.allowedCIDRBlocks[0]", "'10.0.0.1/8' has host bits set; did you mean 10.0.0.0/8?")], outcome.Faults);
    }

    [Fact]
    public async Task Refuses_an_expiry_that_is_not_in_the_future_or_not_one_thing()
    {
        var now = service.Clock.Now;
        Assert.Equal(["input.expiry.at"], await FaultsAsync(new() { Name = "x", Expiry = new() { At = now } }));
        Assert.Equal(["input.expiry.after"], await FaultsAsync(new() { Name = "x", Expiry = new() { After = TimeSpan.Zero } }));
        Assert.Equal(["input.expiry.after"], await FaultsAsync(new() { Name = "x", Expiry = new() { After = TimeSpan.FromDays(-1) } }));
        Assert.Equal(["input.expiry.after"], await FaultsAsync(new() { Name = "x", Expiry = new() { After = TimeSpan.MaxValue } }));
        Assert.Equal(["input.expiry"], await FaultsAsync(new() { Name = "x", Expiry = new() }));
        Assert.Equal(["input.expiry"], await FaultsAsync(new() { Name = "x", Expiry = new() { Never = true, At = now.AddDays(1) } }));
        Assert.Empty(await FaultsAsync(new() { Name = "x", Expiry = new() { Never = true } }));
        Assert.Empty(await FaultsAsync(new() { Name = "x", Expiry = new() { At = now.AddMilliseconds(1) } }));
    }

    [Fact]
    public async Task Nobody_makes_what_they_do_not_hold()
    {
        var end = service.Clock.Now.AddDays(1);
        var (_, value) = await service.CreateAsync(new()
        {
            Name = "narrow",
            Permissions = ["OrganizationAPITokenModify", "AlertRead"],
            AllowedCIDRBlocks = ["203.0.113.0/24"],
            DeniedCIDRBlocks = ["203.0.113.128/25"],
            Expiry = new() { At = end },
        });
        var caller = await service.CallerAsync(value);

        var outcome = await service.Get<CreateToken>().RunAsync(caller, new() { Name = "x", Permissions = ["RuleRead", "AlertRead"] }, default);
        Assert.Equal(CreateTokenStatus.AboveOwnRights, outcome.Status);
        Assert.Equal(["input.permissions", "input.allowedCIDRBlocks", "input.expiry"], outcome.Faults.Select(fault => fault.Field));
        Assert.Contains("RuleRead", outcome.Faults[0].Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("AlertRead", outcome.Faults[0].Reason, StringComparison.Ordinal);

        outcome = await service.Get<CreateToken>().RunAsync(caller, new() { Name = "x", AllowedCIDRBlocks = ["203.0.113.0/24"], Expiry = new() { At = end } }, default);
        Assert.Equal(["input.deniedCIDRBlocks"], outcome.Faults.Select(fault => fault.Field));

        outcome = await service.Get<CreateToken>().RunAsync(
            caller, new() { Name = "x", Permissions = ["AlertRead"], AllowedCIDRBlocks = ["203.0.113.0/25"], Expiry = new() { At = end } }, default);
        Assert.Equal(CreateTokenStatus.Done, outcome.Status);
    }

    [Fact]
    public async Task Needs_one_of_the_two_permissions()
    {
        var outcome = await service.Get<CreateToken>().RunAsync(await service.CallerWithAsync("AlertRead"), new() { Name = "x" }, default);

        Assert.Equal(CreateTokenStatus.AccessDenied, outcome.Status);
        Assert.Equal(["OrganizationAPITokenModify"], outcome.MissingPermissions);
        Assert.Equal(CreateTokenStatus.Done, (await service.Get<CreateToken>().RunAsync(await service.CallerWithAsync("OwnAPITokenModify"), new() { Name = "x" }, default)).Status);
    }

    [Fact]
    public async Task A_caller_deleted_or_narrowed_while_its_write_waited_makes_nothing()
    {
        var caller = await service.CallerWithAsync("OrganizationAPITokenModify");
        await service.Get<DeleteToken>().RunAsync(root, new(caller.TokenId.ToString()), default);
        Assert.Equal(CreateTokenStatus.CallerChanged, (await service.Get<CreateToken>().RunAsync(caller, new() { Name = "x" }, default)).Status);

        caller = await service.CallerWithAsync("OrganizationAPITokenModify", "AlertRead");
        await service.Get<UpdateToken>().RunAsync(root, new() { Id = caller.TokenId.ToString(), Permissions = new(["OrganizationAPITokenModify"]) }, default);
        Assert.Equal(CreateTokenStatus.CallerChanged, (await service.Get<CreateToken>().RunAsync(caller, new() { Name = "x" }, default)).Status);
    }

    public async Task InitializeAsync()
    {
        service = await TestService.StartAsync();
        root = await service.RootAsync();
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    private Task<CreateTokenOutcome> RunAsync(CreateTokenInput input) => service.Get<CreateToken>().RunAsync(root, input, default);

    private async Task<List<string>> FaultsAsync(CreateTokenInput input)
    {
        var outcome = await RunAsync(input);
        Assert.Equal(outcome.Faults.Count == 0 ? CreateTokenStatus.Done : CreateTokenStatus.InvalidInput, outcome.Status);
        return [.. outcome.Faults.Select(fault => fault.Field)];
    }
}
