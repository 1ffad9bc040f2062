using System.Net;
using System.Reflection;
using System.Text.Json;
using GraphQLTokens.Service.Rest.OpenApi;
using GraphQLTokens.Service.Tests.EndToEnd;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Service.Tests.Rest.OpenApi;

/// <summary>The document against the endpoints that the running service has. What they answer is held against it in tests/tools.</summary>
public sealed class OpenApiDocumentTests(SharedService shared) : IClassFixture<SharedService>
{
    /// <summary>Not for programs, or GraphQL's own.</summary>
    private static readonly string[] Undescribed = ["/", "/graphql", "/public/graphql", "/health/live", "/health/ready", OpenApiEndpoint.Path];

    [Fact]
    public async Task It_describes_the_endpoints_that_there_are_and_no_others()
    {
        var document = await ReadAsync();
        var described = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Where(member => member.Name != "parameters").Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}"));
        var there = shared.Service.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => !Undescribed.Contains(endpoint.RoutePattern.RawText))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText}") ?? []);
        Assert.Equal(there.Distinct().Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own_and_says_what_may_be_answered()
    {
        var document = await ReadAsync();
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Where(member => member.Name != "parameters").Select(member => member.Value)).ToList();
        Assert.Equal(operations.Count, operations.Select(operation => operation.GetProperty("operationId").GetString()).Distinct().Count());
        Assert.All(operations, operation =>
        {
            Assert.NotEqual("", operation.GetProperty("summary").GetString());
            Assert.NotEmpty(operation.GetProperty("responses").EnumerateObject());
        });
    }

    [Fact]
    public async Task Its_version_is_the_service_s() => Assert.Equal(
        typeof(Program).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0],
        (await ReadAsync()).GetProperty("info").GetProperty("version").GetString());

    private async Task<JsonElement> ReadAsync()
    {
        var answer = await shared.Service.Caller(null).RestAsync(HttpMethod.Get, OpenApiEndpoint.Path);
        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.Status, answer.ContentType));
        return answer.Json;
    }
}
