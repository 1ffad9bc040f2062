using System.Text.Json;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Audit;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Tests.Operations.Audit;

public sealed class AuditedWriteTests
{
    [Fact]
    public async Task Every_write_leaves_its_event_with_the_actor_as_it_was()
    {
        await using var service = await TestService.StartAsync();
        var root = await service.RootAsync();
        var (token, _) = await service.CreateAsync(new() { Name = "x", Permissions = ["AlertRead"], Metadata = """{"plan":"gold"}""" });
        await service.Get<UpdateToken>().RunAsync(root, new() { Id = token.Id.ToString(), Description = new(null), Active = false }, default);
        await service.Get<RotateToken>().RunAsync(root, new(token.Id.ToString()), default);
        await service.Get<DeleteToken>().RunAsync(root, new(token.Id.ToString()), default);

        var events = await EventsAsync(service);

        Assert.Equal(
            ["CREATE_API_TOKEN", "CREATE_API_TOKEN", "UPDATE_API_TOKEN", "ROTATE_API_TOKEN", "DELETE_API_TOKEN"],
            events.Select(audit => audit.ActionName));
        Assert.Equal([1L, 2, 3, 4, 5], events.Select(audit => audit.Sequence));
        Assert.All(events, audit => Assert.Equal(AuditResult.Succeeded, audit.Result));
        var update = events[2];
        Assert.Equal((ActorKind.Token, root.TokenId, "Root token"), (update.ActorKind, update.ActorId, update.ActorName));
        Assert.Equal("""{"roleName":"Admin"}""", update.ActorAttributes);
        Assert.Equal(("203.0.113.9", "tests/1", """["198.51.100.7"]"""), (update.SourceIP, update.UserAgent, update.ForwardedFor));
        Assert.Equal($$$"""{"dynamic":{"input":{"id":"{{{token.Id}}}","description":null,"active":false}},"static":{}}""", update.Params);
        Assert.Null(update.Errors);
        Assert.Equal("x", JsonDocument.Parse(events[1].Params).RootElement.GetProperty("dynamic").GetProperty("input").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_refused_attempt_is_recorded_with_its_reasons_and_holds_no_secret()
    {
        await using var service = await TestService.StartAsync();
        var root = await service.RootAsync();
        await service.Get<CreateToken>().RunAsync(root, new() { Name = "\uD800", AllowedCIDRBlocks = ["x"] }, default);
        await service.Get<CreateToken>().RunAsync(root, new() { Name = new string('x', 1_000_000) }, default);
        await service.Get<DeleteToken>().RunAsync(root, new("nonsense"), default);
        await service.Get<RecordDenial>().RunAsync(root, "CREATE_API_TOKEN", "access denied", null, default);

        var events = (await EventsAsync(service)).Skip(1).ToList();

        Assert.All(events, audit => Assert.Equal(AuditResult.Failed, audit.Result));
        Assert.Equal(2, JsonDocument.Parse(events[0].Errors!).RootElement.GetArrayLength());
        Assert.InRange(events[1].Params.Length, 1, 1000);
        Assert.Equal("""[{"message":"the token does not exist"}]""", events[2].Errors);
        Assert.Equal("""[{"message":"access denied"}]""", events[3].Errors);
        Assert.All(events, audit => JsonDocument.Parse(audit.Params));
    }

    [Fact]
    public async Task What_was_done_is_kept_whole_and_of_what_was_refused_no_more_than_an_ordinary_input_takes()
    {
        await using var service = await TestService.StartAsync();
        var root = await service.RootAsync();
        var metadata = $$"""{"a":"{{new string('<', 8_000)}}"}""";
        var full = new CreateTokenInput { Name = "x", Description = new string('\u2603', 1_000), Metadata = metadata, Permissions = [.. Enumerable.Repeat("AlertRead", 20_000)] };
        await service.Get<CreateToken>().RunAsync(root, full, default);
        await service.Get<CreateToken>().RunAsync(root, full with { Name = "" }, default);
        await service.Get<CreateToken>().RunAsync(root, new() { Name = "", Description = new string('d', 500), Permissions = ["AlertRead"] }, default);

        var inputs = (await EventsAsync(service)).Skip(1).Select(audit => JsonDocument.Parse(audit.Params).RootElement.GetProperty("dynamic").GetProperty("input")).ToList();

        Assert.Equal(metadata, inputs[0].GetProperty("metadata").GetString());
        Assert.Equal("""{"tooLong":true}""", inputs[1].GetRawText());
        Assert.Equal(500, inputs[2].GetProperty("description").GetString()!.Length);
    }

    private static async Task<List<AuditEvent>> EventsAsync(TestService service)
    {
        await using var db = await service.OpenAsync();
        return await db.AuditEvents.OrderBy(audit => audit.Sequence).ToListAsync();
    }
}
