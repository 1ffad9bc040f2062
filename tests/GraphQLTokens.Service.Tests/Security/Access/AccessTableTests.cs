using GraphQLTokens.Engine;
using GraphQLTokens.Engine.TypeSystem.Types;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Service.Tests.Security.Access;

/// <summary>
/// The verdict on an operation is the same whichever door it comes through, and the one that the order of precedence gives; and nothing that can be asked for
/// is left out of this.
/// </summary>
public sealed class AccessTableTests(AccessTable table) : IClassFixture<AccessTable>
{
    /// <summary>What stands open to everybody, and why.</summary>
    private static readonly Dictionary<string, string> Open = new()
    {
        ["GET,HEAD /"] = "a page for people",
        ["/health/live"] = "asked by who runs the service",
        ["/health/ready"] = "asked by who runs the service",
        ["GET,HEAD /openapi/v1.json"] = "describes what everybody may know",
        ["GET,HEAD /.well-known/jwks.json"] = "public keys",
        ["GET,HEAD /.well-known/oauth-authorization-server"] = "where the endpoints are",
        ["GET /api-tokens/format"] = "for scanners",
        ["POST /api-tokens/revoke"] = "whoever holds a value may end it: LeakEndpointsTests",
    };

    [Fact]
    public void Every_door_gives_every_caller_the_same_verdict()
    {
        Assert.True(table.Wrong.Count == 0, string.Join('\n', table.Wrong));
        Assert.True(table.Calls > 4000, $"Only {table.Calls} calls were made.");
    }

    [Fact]
    public void Every_field_of_a_root_type_is_in_a_row()
    {
        var schema = table.Service.Services.GetRequiredService<RequestExecutor>().Schema;
        string[] fields = [.. Of("query", schema.QueryType), .. Of("mutation", schema.MutationType!), .. Of("subscription", schema.SubscriptionType!)];

        Assert.Empty(fields.Except(AccessOperation.All.Select(operation => operation.RootField)));
    }

    [Fact]
    public void Every_route_is_in_a_row_or_open_for_a_reason()
    {
        var routes = table.Service.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        var withMethods = routes.Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>() is not null).Select(route => route.RoutePattern.RawText).ToHashSet();

        // One that takes any method beside others that name theirs is there to refuse the rest.
        var asked = routes.Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>() is not null || !withMethods.Contains(route.RoutePattern.RawText));

        Assert.Equal(Open.Keys.Order(StringComparer.Ordinal), asked.Where(route => !table.Reached.Contains(route)).Select(ReachedEndpoints.NameOf).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Of(string keyword, ObjectType root) => root.Fields.Select(field => $"{keyword}.{field.Name}");
}
