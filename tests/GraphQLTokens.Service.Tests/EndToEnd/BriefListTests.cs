using System.Net;
using System.Text.Json;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>A list that is asked for little reads little, and answers the same as one that reads all.</summary>
public sealed class BriefListTests : IAsyncLifetime
{
    // Stands still while the lists are asked for, whose uses would else be written in between.
    private readonly TestClock clock = new();
    private ServiceApplication service = null!;

    [Fact]
    public async Task Every_field_alone_is_what_it_is_beside_all_others()
    {
        var fields = await FieldsAsync();
        Assert.True(fields.Length > 20, $"{fields.Length} fields");
        var whole = await ListAsync($"nodes {{ {string.Join(' ', fields)} }}", "nodes");

        foreach (var field in fields)
        {
            var expected = whole.Select(token => Value(token, field));
            Assert.Equal(expected, (await ListAsync($"nodes {{ {field} }}", "nodes")).Select(token => Value(token, field)));
            Assert.Equal(expected, (await ListAsync($"edges {{ node {{ {field} }} }}", "edges")).Select(edge => Value(edge.GetProperty("node"), field)));
        }

        // Else the comparison would say nothing of fields that are the same for all.
        Assert.All(fields.Where(field => field is not "value" && !field.Contains('{', StringComparison.Ordinal)),
            field => Assert.True(whole.Select(token => Value(token, field)).Distinct().Count() > 1, field));
    }

    public async Task InitializeAsync()
    {
        service = await ServiceApplication.StartAsync(clock: clock);
        await service.Root.CreateTokenAsync("plain", "AlertRead");
        clock.Advance(TimeSpan.FromSeconds(1));
        var (id, rich) = await service.Root.CreateTokenAsync(new
        {
            name = "rich",
            description = "all that a token can have",
            permissions = new[] { "RuleRead" },
            allowedCIDRBlocks = new[] { "127.0.0.0/8", "10.0.0.0/8" },
            deniedCIDRBlocks = new[] { "10.9.0.0/16" },
            expiry = new { after = "P30D" },
            metadata = new { team = "billing" },
            rateLimit = new { limit = 100, window = "PT1M" },
        });
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await rich.AskAsync("{ viewer { address } }")).Status);
        var (_, maker) = await service.Root.CreateTokenAsync("maker", "OwnAPITokenModify");
        await maker.CreateTokenAsync("made by another");
        await MutateAsync("rotateAPIToken", "RotateAPITokenInput", new { id, overlap = "PT1H" });
        await MutateAsync("updateAPIToken", "UpdateAPITokenInput", new { id, name = "rich, and changed" });
        var (later, _) = await service.Root.CreateTokenAsync("later");
        await MutateAsync("updateAPIToken", "UpdateAPITokenInput", new { id = later, notBefore = "2999-01-01T00:00:00Z" });
        await service.Services.GetRequiredService<LastUsedWriter>().FlushAsync(default);
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    private async Task MutateAsync(string field, string type, object input)
    {
        var answer = await service.Root.AskAsync($"mutation ($input: {type}!) {{ {field}(input: $input) {{ __typename }} }}", new { input });
        Assert.Empty(answer.Errors);
    }

    private async Task<string[]> FieldsAsync()
    {
        var answer = await service.Root.AskAsync("{ __type(name: \"APIToken\") { fields { name type { kind ofType { kind } } } } }");
        return [.. answer.Data.GetProperty("__type").GetProperty("fields").EnumerateArray().Select(field => Asked(field.GetProperty("name").GetString()!, field.GetProperty("type")))];
    }

    // Of an object something has to be selected.
    private static string Asked(string name, JsonElement type)
    {
        var kind = (type.GetProperty("ofType") is { ValueKind: JsonValueKind.Object } inner ? inner : type).GetProperty("kind").GetString();
        return kind is "OBJECT" or "INTERFACE" or "UNION" ? $"{name} {{ __typename }}" : name;
    }

    private async Task<JsonElement[]> ListAsync(string asked, string name)
    {
        var answer = await service.Root.AskAsync($"{{ apiTokens(first: 100, order: [{{ createdAt: ASC }}]) {{ {asked} }} }}");
        return [.. answer.Data.GetProperty("apiTokens").GetProperty(name).EnumerateArray()];
    }

    private static string Value(JsonElement token, string field) => token.GetProperty(field.Split(' ')[0]).GetRawText();
}
