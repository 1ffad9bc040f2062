using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GraphQLTokens.Service.Tests.EndToEnd;

namespace GraphQLTokens.Service.Tests.Security.Access;

/// <summary>GraphQL over HTTP: at both paths, by both methods, and as an event stream.</summary>
internal static class GraphQLDoors
{
    private const string Response = "application/graphql-response+json";
    private const string EventStream = "text/event-stream";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static readonly IReadOnlyList<AccessDoor> All =
    [
        new("POST /graphql", call => call.Operation.IsAnswered ? SendAsync(call, Post(call, "/graphql", Response)) : null),
        new("POST /public/graphql, Bearer", call => call.Operation.IsAnswered ? SendAsync(call, RestDoors.Bearer(Post(call, "/public/graphql", Response), call)) : null),
        new("GET /graphql", call => call.Operation.IsQuery ? SendAsync(call, Get(call, "/graphql")) : null),
        new("GET /public/graphql", call => call.Operation.IsQuery ? SendAsync(call, Get(call, "/public/graphql")) : null),
        new("POST /graphql, event stream", call => call.Operation.Document is null ? null : StreamAsync(call, Post(call, "/graphql", EventStream))),
    ];

    private static async Task<AccessVerdict> SendAsync(AccessCall call, HttpRequestMessage request) => AccessVerdict.Of(await call.Caller.SendAsync(request));

    private static HttpRequestMessage Post(AccessCall call, string path, string accept) =>
        Accepting(accept, new(HttpMethod.Post, path) { Content = JsonContent.Create(new { query = call.Operation.Document, variables = call.Variables }) });

    private static HttpRequestMessage Get(AccessCall call, string path) => Accepting(Response, new(
        HttpMethod.Get, $"{path}?query={Uri.EscapeDataString(call.Operation.Document!)}&variables={Uri.EscapeDataString(JsonSerializer.Serialize(call.Variables))}"));

    private static HttpRequestMessage Accepting(string type, HttpRequestMessage request)
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        return request;
    }

    /// <summary>The first event tells. For a subscription that is open something happens then.</summary>
    private static async Task<AccessVerdict> StreamAsync(AccessCall call, HttpRequestMessage request)
    {
        if (call.Caller.Key is { } key)
            request.Headers.Add("X-API-Key", key);
        using var client = new HttpClient { BaseAddress = new Uri(call.World.Service.Url) };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (response.Content.Headers.ContentType?.MediaType != EventStream)
            return AccessVerdict.Of(await ServiceAnswer.ReadAsync(response));
        if (call.Operation.IsSubscription)
            await call.World.StirAsync();
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        const string data = "data: ";
        while (await lines.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.StartsWith(data, StringComparison.Ordinal))
                return AccessVerdict.OfResponse(JsonSerializer.Deserialize<JsonElement>(line[data.Length..]));
        }

        return new("a stream without an event");
    }
}
