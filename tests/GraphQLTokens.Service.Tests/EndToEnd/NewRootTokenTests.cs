using System.Diagnostics;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Start;
using GraphQLTokens.Service.Persistence.Writing;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>A root token at the command line, for an organisation that has none any more.</summary>
public sealed class NewRootTokenTests : IDisposable
{
    private const string Own = "{ viewer { permissions token { name effectivePermissions } } }";
    private readonly string directory = TestService.NewDirectory();

    public void Dispose() => Directory.Delete(directory, recursive: true);

    /// <summary>As the program does when it is asked to.</summary>
    /// <param name="file">For the value, below the directory.</param>
    internal static async Task<(int Code, string Said)> RunAsync(string directory, string file, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
        {
            ["Store:Path"] = Path.Combine(directory, "tokens.db"),
            ["Bootstrap:TokenFile"] = Path.Combine(directory, file),
        }).Build();
        using var output = new StringWriter();
        return (await NewRootTokenCommand.RunAsync(configuration, output), output.ToString());
    }

    [Fact]
    public async Task Works_at_once_in_a_service_that_runs_and_is_in_its_audit_log()
    {
        await using var service = await ServiceApplication.StartAsync(directory: directory);
        var (code, said) = await RunAsync(directory, "again");
        var value = (await File.ReadAllTextAsync(Path.Combine(directory, "again"))).Trim();

        Assert.Equal(0, code);
        SecretWatch.AssertAbsent(said, value);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(directory, "again")));
        Assert.Equal((await service.Root.AskAsync(Own)).Text, (await service.Caller(value).AskAsync(Own)).Text);
        _ = (await service.Root.CreateTokenAsync("written on")).Id;
        await using var store = await service.OpenStoreAsync();
        var events = await store.AuditEvents.OrderBy(row => row.Sequence).ToListAsync();
        Assert.Equal(Enumerable.Range(1, events.Count).Select(number => (long)number), events.Select(row => row.Sequence));
        Assert.Single(events, row => row is { ActionName: "CREATE_API_TOKEN", ActorKind: ActorKind.System, ActionDescription: "The root token, at the command line" });
    }

    [Fact]
    public async Task Waits_for_its_turn_beside_a_service_that_writes()
    {
        await using var service = await ServiceApplication.StartAsync(directory: directory);
        var (entered, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var held = service.Services.GetRequiredService<StoreWriter>().WriteAsync(async (_, _) =>
        {
            entered.SetResult();
            await go.Task;
            return 0;
        }, default);
        await entered.Task;

        var command = Task.Run(() => RunAsync(directory, "again", ("Store:BusyTimeout", "00:00:01")));
        // Longer than one turn.
        await Assert.ThrowsAsync<TimeoutException>(() => command.WaitAsync(TimeSpan.FromSeconds(2.5)));
        go.SetResult();
        await held;

        Assert.Equal(0, (await command).Code);
    }

    [Fact]
    public async Task Works_after_a_start_which_warns_until_it_is_rotated()
    {
        await using (var first = await ServiceApplication.StartAsync(directory: directory))
            _ = await first.Root.AskAsync("mutation { rotateAPIToken { token { id } } }");
        File.Delete(Path.Combine(directory, "root-token"));
        Assert.Equal(0, (await RunAsync(directory, "root-token")).Code);

        await using var second = await ServiceApplication.StartAsync(directory: directory);
        Assert.Contains("The root token still has its first value", second.Log.Text, StringComparison.Ordinal);
        _ = (await second.Root.AskAsync("mutation { rotateSigningKey { keyId } }")).Data;
    }

    [Fact]
    public async Task Is_hashed_under_the_pepper_which_the_next_start_then_needs()
    {
        await (await ServiceApplication.StartAsync(directory: directory)).DisposeAsync();
        var pepper = ("Tokens:Peppers:1", Convert.ToBase64String(new byte[32]));
        Assert.Equal(0, (await RunAsync(directory, "again", pepper)).Code);

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => ServiceApplication.StartAsync(directory: directory));
        Assert.Contains("Tokens:Peppers:1", fault.ToString(), StringComparison.Ordinal);
        await using var service = await ServiceApplication.StartAsync(new() { [pepper.Item1] = pepper.Item2 }, directory: directory);
        _ = (await service.Caller((await File.ReadAllTextAsync(Path.Combine(directory, "again"))).Trim()).AskAsync(Own)).Data;
    }

    [Fact]
    public async Task Makes_no_store_and_overwrites_no_file()
    {
        var (code, said) = await RunAsync(directory, "root-token");
        Assert.Equal((1, true), (code, said.Contains("There is no store at", StringComparison.Ordinal)));
        Assert.Empty(Directory.GetFiles(directory));

        await (await ServiceApplication.StartAsync(directory: directory)).DisposeAsync();
        var before = await File.ReadAllTextAsync(Path.Combine(directory, "root-token"));
        (code, said) = await RunAsync(directory, "root-token");
        Assert.Equal((1, true), (code, said.Contains("Bootstrap:TokenFile", StringComparison.Ordinal)));
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(directory, "root-token")));
    }

    [Theory]
    [InlineData("Store:BusyTimeout", "00:00:00", "Store:BusyTimeout")]
    [InlineData("Tokens:Prefix", "UPPER", "Tokens:Prefix")]
    public async Task Names_a_setting_that_is_wrong(string key, string value, string named)
    {
        await (await ServiceApplication.StartAsync(directory: directory)).DisposeAsync();
        var (code, said) = await RunAsync(directory, "again", (key, value));
        Assert.Equal((1, true), (code, said.Contains(named, StringComparison.Ordinal)));
        Assert.False(File.Exists(Path.Combine(directory, "again")));
    }

    [Fact]
    public async Task The_program_takes_it_as_a_flag_among_its_settings()
    {
        await (await ServiceApplication.StartAsync(directory: directory)).DisposeAsync();
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "GraphQLTokens.Service.dll"), NewRootTokenCommand.Flag, "--Store:Path=tokens.db", "--Bootstrap:TokenFile=again" },
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, said);
        Assert.True(TokenValue.TryParse((await File.ReadAllTextAsync(Path.Combine(directory, "again"))).Trim(), out _));
    }
}
