using System.Net.Http.Headers;
using System.Net.Http.Json;
using GraphQLTokens.Service.Tests.EndToEnd;
using GraphQLTokens.Service.Tests.OAuth;

namespace GraphQLTokens.Service.Tests.Security.Access;

/// <summary>REST, and the forms of OAuth as far as they take what every door takes: the credential in either header.</summary>
internal static class RestDoors
{
    public static readonly IReadOnlyList<AccessDoor> All =
    [
        new("REST", call => call.Operation.Rest is null ? null : SendAsync(call, Of(call))),
        new("REST, Bearer", call => call.Operation.Rest is null ? null : SendAsync(call, Bearer(Of(call), call))),
        new("form", call => call.Operation.Form is { Takes: FormCaller.HeaderOrClient } ? SendAsync(call, Form(call)) : null),
        new("form, Bearer", call => call.Operation.Form is { Takes: FormCaller.HeaderOrClient } ? SendAsync(call, Bearer(Form(call), call)) : null),
    ];

    public static HttpRequestMessage Bearer(HttpRequestMessage request, AccessCall call)
    {
        if (call.Caller.Key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", call.Caller.Key);
        return request;
    }

    public static HttpRequestMessage Form(AccessCall call, params (string, string)[] more) => OAuthRequests.Form(call.Operation.Form!.Path, [.. call.Operation.Form.Fields, .. more]);

    public static async Task<AccessVerdict> SendAsync(AccessCall call, HttpRequestMessage request) => AccessVerdict.Of(await call.Caller.SendAsync(request));

    private static HttpRequestMessage Of(AccessCall call)
    {
        var rest = call.Operation.Rest!;
        return new(new HttpMethod(rest.Method), rest.Path.Replace("{id}", call.Target, StringComparison.Ordinal)) { Content = rest.Body is null ? null : JsonContent.Create(rest.Body) };
    }
}
