using GraphQLTokens.Service.Tests.EndToEnd;

namespace GraphQLTokens.Service.Tests.Samples;

/// <summary>The files in samples/oauth/, sent as they are and in their order.</summary>
public sealed class OAuthSampleTests : IAsyncLifetime
{
    private ServiceApplication service = null!;

    public async Task InitializeAsync() => service = await ServiceApplication.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Each_request_is_answered_with_success()
    {
        var files = Directory.GetFiles(Repository.PathOf("samples/oauth"), "*.http").Order(StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(files);
        var (id, client) = await service.Root.CreateTokenAsync("client", "OrganizationAPITokenVerify");
        var variables = new Dictionary<string, string> { ["host"] = service.Url, ["id"] = id, ["key"] = client.Key!, ["jwt"] = "" };
        foreach (var file in files)
        {
            var answer = await service.Caller(null).SendAsync(new HttpFile(await File.ReadAllTextAsync(file)).Request(variables));
            Assert.True((int)answer.Status is >= 200 and < 300, $"{file}: {answer}");
            if (answer.ContentType == "application/json" && answer.Json.TryGetProperty("access_token", out var token))
                variables["jwt"] = token.GetString()!;
            if (answer.ContentType == "application/json" && answer.Json.TryGetProperty("active", out var active))
                Assert.True(active.GetBoolean(), file);
        }
    }
}
