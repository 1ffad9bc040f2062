using System.Text.Json;
using GraphQLTokens.Service.Tests.EndToEnd;

namespace GraphQLTokens.Service.Tests.Samples;

/// <summary>The files in samples/rest/, sent as they are and in their order.</summary>
public sealed class RestSampleTests : IAsyncLifetime
{
    private ServiceApplication service = null!;

    public async Task InitializeAsync() => service = await ServiceApplication.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Each_request_is_answered_with_success()
    {
        var files = Directory.GetFiles(Repository.PathOf("samples/rest"), "*.http").Order(StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(files);
        var (created, id) = ("", "");
        foreach (var file in files)
        {
            var sample = new HttpFile(await File.ReadAllTextAsync(file));
            var key = sample.IsSentByCreated ? created : service.Root.Key!;
            var answer = await service.Caller(null).SendAsync(sample.Request(new Dictionary<string, string> { ["host"] = service.Url, ["key"] = key, ["id"] = id, ["value"] = created }));
            Assert.True((int)answer.Status is >= 200 and < 300, $"{file}: {answer}");
            if (answer.ContentType != "application/json" || !answer.Json.TryGetProperty("value", out var value) || value.ValueKind is not JsonValueKind.String)
                continue;
            created = value.GetString()!;
            id = answer.Json.GetProperty("id").GetString()!;
        }
    }
}
