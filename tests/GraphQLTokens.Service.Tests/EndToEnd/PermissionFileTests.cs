using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>The permissions that a deployment adds by <c>Permissions:File</c>.</summary>
public sealed class PermissionFileTests : IDisposable
{
    private readonly string directory = TestService.NewDirectory();

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task An_added_permission_is_granted_held_filtered_by_and_named()
    {
        await using var service = await StartAsync("""
            extend enum Permission {
              "Deploy Widgets\nTo every region."
              WidgetDeploy
              WidgetRead
            }
            """);
        var (_, caller) = await service.Root.CreateTokenAsync("deployer", "WidgetDeploy", "AlertRead");
        var held = (await caller.AskAsync("{ viewer { permissions } permissions { name displayName description } }")).Data;
        Assert.Equal("""["AlertRead","WidgetDeploy"]""", held.GetProperty("viewer").GetProperty("permissions").GetRawText());
        var added = held.GetProperty("permissions").EnumerateArray().TakeLast(2).Select(permission => permission.GetRawText());
        Assert.Equal(
            ["""{"name":"WidgetDeploy","displayName":"Deploy Widgets","description":"To every region."}""", """{"name":"WidgetRead","displayName":"WidgetRead","description":null}"""],
            added);
        var listed = await service.Root.AskAsync("{ apiTokens(where: { permission: WidgetDeploy }) { totalCount } }");
        Assert.Equal(2, listed.Data.GetProperty("apiTokens").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task A_permission_that_is_taken_away_is_neither_shown_nor_held()
    {
        ServiceCaller caller;
        await using (var service = await StartAsync("extend enum Permission { WidgetDeploy }"))
            caller = (await service.Root.CreateTokenAsync("deployer", "WidgetDeploy", "AlertRead")).Caller;
        await using var without = await ServiceApplication.StartAsync(directory: directory);
        var viewer = (await without.Caller(caller.Key).AskAsync("{ viewer { permissions token { permissions } } }")).Data.GetProperty("viewer");
        Assert.Equal("""{"permissions":["AlertRead"],"token":{"permissions":["AlertRead"]}}""", viewer.GetRawText());
    }

    [Theory]
    [InlineData("type Query { a: Int }", "nothing but `extend enum Permission`")]
    [InlineData("extend enum APITokenStatus { GONE }", "nothing but `extend enum Permission`")]
    [InlineData("extend enum Permission {", "is no GraphQL")]
    [InlineData("extend enum Permission { AlertRead }", "AlertRead")]
    public async Task A_file_that_says_something_else_stops_the_start(string content, string words)
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => StartAsync(content));
        Assert.Contains(words, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_stops_the_start()
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => ServiceApplication.StartAsync(new() { ["Permissions:File"] = Path.Combine(directory, "none.graphql") }));
        Assert.Contains("Permissions:File", fault.ToString(), StringComparison.Ordinal);
    }

    private Task<ServiceApplication> StartAsync(string content)
    {
        var file = Path.Combine(directory, "permissions.graphql");
        File.WriteAllText(file, content);
        return ServiceApplication.StartAsync(new() { ["Permissions:File"] = file }, directory: directory);
    }
}
