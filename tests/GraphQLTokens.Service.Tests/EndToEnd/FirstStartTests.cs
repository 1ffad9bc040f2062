using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.EndToEnd;

public sealed class FirstStartTests : IDisposable
{
    private const string Warning = "The root token still has its first value";
    private readonly string directory = TestService.NewDirectory();

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task Writes_the_root_token_s_value_for_the_service_s_account_alone()
    {
        await using var service = await ServiceApplication.StartAsync();
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(service.RootTokenFile));
        Assert.True(TokenValue.TryParse((await File.ReadAllTextAsync(service.RootTokenFile)).Trim(), out _));
    }

    [Fact]
    public async Task Says_where_the_value_is_and_never_the_value()
    {
        await using var service = await ServiceApplication.StartAsync();
        Assert.Contains(service.RootTokenFile, service.Log.Text, StringComparison.Ordinal);
        SecretWatch.AssertAbsent(service.Log.Text, service.Root.Key!);
    }

    [Fact]
    public async Task Root_holds_every_permission_and_the_one_that_a_deployment_adds()
    {
        await using var service = await ServiceApplication.StartAsync(new() { ["Permissions:File"] = WriteExtension() });
        var viewer = (await service.Root.AskAsync("{ viewer { permissions token { name permissions effectivePermissions } tenant { name parent { id } } } permissions { name } }")).Data;
        var all = viewer.GetProperty("permissions").EnumerateArray().Select(permission => permission.GetProperty("name").GetString()).ToArray();
        Assert.Contains("WidgetDeploy", all);
        foreach (var told in new[] { "permissions", "token.permissions", "token.effectivePermissions" })
        {
            var list = told.Split('.').Aggregate(viewer.GetProperty("viewer"), (value, name) => value.GetProperty(name));
            Assert.Equal(all, list.EnumerateArray().Select(name => name.GetString()));
        }
    }

    [Fact]
    public async Task A_second_start_keeps_the_data_and_makes_no_other_root()
    {
        string key;
        await using (var first = await ServiceApplication.StartAsync(directory: directory))
        {
            key = first.Root.Key!;
            await first.Root.CreateTokenAsync("kept");
        }
        await using var second = await ServiceApplication.StartAsync(directory: directory);
        Assert.Equal(key, second.Root.Key);
        var names = (await second.Root.AskAsync("{ apiTokens(order: [{ name: ASC }]) { nodes { name } } }")).Data.GetProperty("apiTokens").GetProperty("nodes");
        Assert.Equal(["kept", "Root token"], names.EnumerateArray().Select(node => node.GetProperty("name").GetString()).Order(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Warns_at_each_start_until_the_root_token_is_rotated()
    {
        string rotated;
        await using (var first = await ServiceApplication.StartAsync(directory: directory))
            Assert.Contains(Warning, first.Log.Text, StringComparison.Ordinal);
        await using (var second = await ServiceApplication.StartAsync(directory: directory))
        {
            Assert.Contains(Warning, second.Log.Text, StringComparison.Ordinal);
            var answer = await second.Root.AskAsync("mutation { rotateAPIToken { token { value } } }");
            rotated = answer.Data.GetProperty("rotateAPIToken").GetProperty("token").GetProperty("value").GetString()!;
        }
        await using var third = await ServiceApplication.StartAsync(directory: directory);
        Assert.DoesNotContain(Warning, third.Log.Text, StringComparison.Ordinal);
        _ = (await third.Caller(rotated).AskAsync("{ viewer { address } }")).Data;
    }

    [Fact]
    public async Task A_supplied_value_is_the_root_token_s_and_no_file_is_written()
    {
        var value = TokenValue.Create("acme", EntityId.New(TimeProvider.System)).Reveal();
        await using var service = await ServiceApplication.StartAsync(new() { ["Bootstrap:Token"] = value });
        Assert.False(File.Exists(service.RootTokenFile));
        _ = (await service.Caller(value).AskAsync("{ viewer { address } }")).Data;
        SecretWatch.AssertAbsent(service.Log.Text, value);
    }

    [Fact]
    public async Task A_supplied_value_that_is_none_stops_the_start_without_being_repeated()
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => ServiceApplication.StartAsync(new() { ["Bootstrap:Token"] = "gqt_hunter2" }));
        Assert.Contains("Bootstrap:Token", fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", fault.ToString(), StringComparison.Ordinal);
    }

    private string WriteExtension()
    {
        var file = Path.Combine(directory, "permissions.graphql");
        File.WriteAllText(file, "extend enum Permission { \"Deploy Widgets\" WidgetDeploy }");
        return file;
    }
}
