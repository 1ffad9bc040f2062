using System.Text.Json.Serialization;

namespace GraphQLTokens.Bench.Servers;

/// <summary>What every ratio is taken against: the least that ASP.NET Core does to answer <c>GET /json</c> with an object of 150 bytes.</summary>
internal static class BareServer
{
    public static Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, BareJson.Default));
        var app = builder.Build();
        app.MapGet("/json", () => new BareAnswer("0198c0de-7f0b-7c7e-8a52-3f5f9d1c2ab4", "nightly export", "ACTIVE", "2026-01-31T12:00:00.000Z", "198.51.100.7"));
        return app.RunAsync();
    }
}

internal sealed record BareAnswer(string Id, string Name, string Status, string CreatedAt, string Address);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BareAnswer))]
internal sealed partial class BareJson : JsonSerializerContext;
