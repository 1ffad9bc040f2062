using System.Net;
using System.Net.Sockets;
using System.Text;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Transports;
using GraphQLTokens.Engine.Transports.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GraphQLTokens.Engine.Tests.Transports;

/// <summary>A real server on loopback with one GraphQL endpoint, and the ways to talk to it.</summary>
internal sealed class HttpHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client;

    private HttpHost(WebApplication app, CapturedLog log)
    {
        this.app = app;
        Log = log;
        Endpoint = new Uri(new Uri(app.Urls.Single()), "/graphql");
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
    }

    public Uri Endpoint { get; }

    public CapturedLog Log { get; }

    /// <summary>With something in the executor's place.</summary>
    public static Task<HttpHost> StartAsync(
        ExecuteRequest execute, GraphQLHttpOptions? options = null, Action<IEndpointConventionBuilder>? decorate = null) =>
        StartAsync(_ => { }, app =>
        {
            var endpoint = app.MapGraphQL(
                "/graphql",
                options ?? new GraphQLHttpOptions(),
                execute,
                async (requests, stop) => await Task.WhenAll(requests.Select(request => execute(request, stop).AsTask())),
                async (request, stop) => GraphQLResult.Of(await execute(request, stop)));
            decorate?.Invoke(endpoint);
        });

    /// <summary>With the real executor, registered as a service registers it.</summary>
    /// <param name="at">Where an earlier host was; null for any free port.</param>
    public static Task<HttpHost> StartAsync(
        Action<GraphQLServerBuilder> configure, GraphQLHttpOptions? options = null, TimeProvider? time = null, HttpProtocols protocols = HttpProtocols.Http1, Uri? at = null) =>
        StartAsync(
            services =>
            {
                services.AddSingleton(time ?? TimeProvider.System);
                configure(services.AddGraphQLServer());
            },
            app => app.MapGraphQL("/graphql", options),
            protocols,
            at);

    private static async Task<HttpHost> StartAsync(
        Action<IServiceCollection> register, Action<WebApplication> map, HttpProtocols protocols = HttpProtocols.Http1, Uri? at = null)
    {
        var log = new CapturedLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(at?.GetLeftPart(UriPartial.Authority) ?? "http://127.0.0.1:0").ConfigureKestrel(kestrel =>
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = protocols));
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        register(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new HttpHost(app, log);
    }

    public Task<HttpAnswer> PostAsync(string body, string? contentType = "application/json", string? accept = null) =>
        PostAsync(Encoding.UTF8.GetBytes(body), contentType, accept);

    public Task<HttpAnswer> PostAsync(byte[] body, string? contentType = "application/json", string? accept = null)
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return SendAsync(HttpMethod.Post, "", accept, content);
    }

    public Task<HttpAnswer> GetAsync(string queryString, string? accept = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, queryString, accept, content: null, headers);

    public async Task<HttpAnswer> SendAsync(
        HttpMethod method, string queryString = "", string? accept = null, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, Endpoint + queryString) { Content = content };
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request);
        return await HttpAnswer.ReadAsync(response);
    }

    /// <summary>A bare connection, for what no well-behaved client would send.</summary>
    public async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Endpoint.Port);
        return socket;
    }

    /// <summary>Ends the server, letting the requests in hand come to their end first.</summary>
    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }
}
