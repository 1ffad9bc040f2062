using System.Net.Http.Headers;
using System.Net.Http.Json;
using GraphQLTokens.Service.Tests.EndToEnd;

namespace GraphQLTokens.Service.Tests.Security.Access;

/// <summary>A way in: how a call is sent through it, and under which header its credential goes.</summary>
/// <param name="Send">Sends the call for a caller; null where this door does not have the operation.</param>
internal sealed record AccessDoor(string Name, Func<AccessOperation, ServiceCaller, string, Task<ServiceAnswer>?> Send)
{
    public static readonly IReadOnlyList<AccessDoor> All =
    [
        new("POST /graphql", (operation, caller, target) => PostAsync(operation, caller, target, "/graphql", bearer: false)),
        new("POST /public/graphql, Bearer", (operation, caller, target) => PostAsync(operation, caller, target, "/public/graphql", bearer: true)),
        new("GET /graphql", GetAsync),
        new("REST", (operation, caller, target) => RestAsync(operation, caller, target, bearer: false)),
        new("REST, Bearer", (operation, caller, target) => RestAsync(operation, caller, target, bearer: true)),
    ];

    private static Task<ServiceAnswer>? PostAsync(AccessOperation operation, ServiceCaller caller, string target, string path, bool bearer) => operation.Document is null ? null : caller.SendAsync(
        Accepting(Signed(new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { query = operation.Document, variables = new { id = target } }) }, caller, bearer)));

    private static Task<ServiceAnswer>? GetAsync(AccessOperation operation, ServiceCaller caller, string target) => operation.Document?.StartsWith("query", StringComparison.Ordinal) is not true ? null : caller.SendAsync(
        Accepting(new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(operation.Document)}&variables={Uri.EscapeDataString($$"""{"id":"{{target}}"}""")}")));

    private static Task<ServiceAnswer>? RestAsync(AccessOperation operation, ServiceCaller caller, string target, bool bearer)
    {
        if (operation.Rest is not { } rest)
            return null;
        var request = new HttpRequestMessage(new HttpMethod(rest.Method), rest.Path.Replace("{id}", target, StringComparison.Ordinal)) { Content = rest.Body is null ? null : JsonContent.Create(rest.Body) };
        return caller.SendAsync(Signed(request, caller, bearer));
    }

    private static HttpRequestMessage Accepting(HttpRequestMessage request)
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/graphql-response+json"));
        return request;
    }

    private static HttpRequestMessage Signed(HttpRequestMessage request, ServiceCaller caller, bool bearer)
    {
        if (bearer && caller.Key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", caller.Key);
        return request;
    }
}
