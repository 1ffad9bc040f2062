using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Audit;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Security;

/// <summary>People paste values where ids, names and user agents belong. None of that may be kept, nor come back in a message.</summary>
public sealed class SecretsTests : IAsyncLifetime
{
    private TestService service = null!;
    private Caller root = null!;
    private string value = null!;

    [Fact]
    public async Task The_audit_log_keeps_no_value_that_was_sent_in_the_wrong_place()
    {
        var caller = root with { TokenName = value, Origin = new CallOrigin(null, $"curl/8 {value}", [value, $"for={value}"]) };
        await service.Get<DeleteToken>().RunAsync(caller, new(value), default);
        await service.Get<RotateToken>().RunAsync(caller, new($" {value}\n"), default);
        await service.Get<UpdateToken>().RunAsync(caller, new() { Id = value, Description = value, Metadata = $$"""{"key":"{{value}}"}""" }, default);
        await service.Get<CreateToken>().RunAsync(caller, new() { Name = value, AllowedCIDRBlocks = [value], Permissions = [value] }, default);
        await service.Get<RecordDenial>().RunAsync(caller, CreateToken.Action, value, json => TokenInputJson.WriteId(json, value), default);

        await using var db = await service.OpenAsync();
        var events = await db.AuditEvents.OrderBy(audit => audit.Sequence).Skip(2).ToListAsync();

        Assert.Equal(5, events.Count);
        Assert.All(events, audit => AssertClean($"{audit.Params} {audit.Errors} {audit.ActorName} {audit.UserAgent} {audit.ForwardedFor}"));
        // What is left names the token, so that somebody can rotate it.
        Assert.All(events, audit => Assert.Contains(Start + "***", audit.Params + audit.Errors, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fields_that_are_shown_as_they_are_take_no_value()
    {
        var outcome = await service.Get<CreateToken>().RunAsync(
            root, new() { Name = $"my {value}", Description = value, Metadata = $$"""{"key":"{{value}}"}""" }, default);

        Assert.Equal(CreateTokenStatus.InvalidInput, outcome.Status);
        Assert.Equal(["input.name", "input.description", "input.metadata"], outcome.Faults.Select(fault => fault.Field));
        Assert.All(outcome.Faults, fault => AssertClean(fault.ToString()));
    }

    [Fact]
    public async Task Faults_of_input_do_not_repeat_a_value()
    {
        var outcome = await service.Get<CreateToken>().RunAsync(root, new() { Name = "x", AllowedCIDRBlocks = [value], Permissions = [value] }, default);

        Assert.Equal(2, outcome.Faults.Count);
        Assert.All(outcome.Faults, fault => AssertClean(fault.ToString()));
    }

    public async Task InitializeAsync()
    {
        service = await TestService.StartAsync();
        root = await service.RootAsync();
        (_, value) = await service.CreateAsync(new() { Name = "leaked" });
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    private string Start => value[..^45];

    private void AssertClean(string text) => Assert.DoesNotContain(value[^45..][..8], text, StringComparison.Ordinal);
}
