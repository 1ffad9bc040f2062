using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>Somebody with a key, or without one, who sends requests from an address.</summary>
internal sealed class ServiceCaller(Uri service, string? key, IPAddress? from)
{
    public string? Key => key;

    /// <summary>The same address, another key.</summary>
    public ServiceCaller With(string? otherKey) => new(service, otherKey, from);

    /// <summary>A GraphQL request by POST.</summary>
    public Task<ServiceAnswer> AskAsync(string document, object? variables = null, string? operationName = null) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = document, variables, operationName }) });

    /// <summary>A REST request, with a JSON body or without one.</summary>
    public Task<ServiceAnswer> RestAsync(HttpMethod method, string path, object? body = null) =>
        SendAsync(new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) });

    /// <summary>Any request; the key goes into <c>X-API-Key</c> unless the request names a credential itself.</summary>
    public async Task<ServiceAnswer> SendAsync(HttpRequestMessage request)
    {
        if (key is not null && request.Headers.Authorization is null && !request.Headers.Contains("X-API-Key"))
            request.Headers.Add("X-API-Key", key);
        if (request.Headers.Accept.Count == 0)
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));
        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectCallback = ConnectAsync };
        using var client = new HttpClient(handler) { BaseAddress = service };
        using var sent = request;
        using var response = await client.SendAsync(sent);
        return await ServiceAnswer.ReadAsync(response);
    }

    /// <summary>Makes a token, and answers its id and a caller that holds its value.</summary>
    public async Task<(string Id, ServiceCaller Caller)> CreateTokenAsync(object input)
    {
        var answer = await AskAsync("mutation ($input: CreateAPITokenInput!) { createAPIToken(input: $input) { token { id value } } }", new { input });
        var token = answer.Data.GetProperty("createAPIToken").GetProperty("token");
        return (token.GetProperty("id").GetString()!, With(token.GetProperty("value").GetString()));
    }

    /// <summary>A token with these permissions and nothing else.</summary>
    public Task<(string Id, ServiceCaller Caller)> CreateTokenAsync(string name, params string[] permissions) => CreateTokenAsync(new { name, permissions });

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (from is not null)
                socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
