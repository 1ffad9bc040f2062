using System.Net;
using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations;
using GraphQLTokens.Service.Operations.AccessTokens;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GraphQLTokens.Service.Tests.Persistence;

/// <summary>The rooms below the doors, on a real database file in a directory of its own, with a clock that stands still.</summary>
internal sealed class TestService : IAsyncDisposable
{
    public static readonly IPAddress Address = IPAddress.Parse("203.0.113.9");

    private readonly IHost host;
    private readonly bool ownsDirectory;

    private TestService(IHost host, string directory, bool ownsDirectory, TestClock clock, CapturedLog log)
    {
        this.host = host;
        this.ownsDirectory = ownsDirectory;
        Directory = directory;
        Clock = clock;
        Log = log;
    }

    public string Directory { get; }

    public TestClock Clock { get; }

    public CapturedLog Log { get; }

    public string RootTokenFile => Path.Combine(Directory, "root-token");

    public static string NewDirectory() => System.IO.Directory.CreateTempSubdirectory("gqt-").FullName;

    public static async Task<TestService> StartAsync(
        string? directory = null, Dictionary<string, string?>? settings = null, TestClock? clock = null, Action<IServiceCollection>? configure = null)
    {
        var place = directory ?? NewDirectory();
        clock ??= new TestClock();
        var log = new CapturedLog();
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Store:Path"] = Path.Combine(place, "tokens.db"),
            ["Bootstrap:TokenFile"] = Path.Combine(place, "root-token"),
            ["Secrets:KeyFile"] = Path.Combine(place, "secrets-key"),
        });
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IIssuer, TestIssuer>();
        builder.Services.AddTokenStore(builder.Configuration).AddTokenOperations(new Permission("DeployWidgets", "Deploy Widgets")).AddAccess();
        configure?.Invoke(builder.Services);
        var host = builder.Build();
        try
        {
            await host.StartAsync();
        }
        catch
        {
            await ((IAsyncDisposable)host).DisposeAsync();
            throw;
        }
        return new TestService(host, place, directory is null, clock, log);
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public Task<TokensDbContext> OpenAsync() => Get<IDbContextFactory<TokensDbContext>>().CreateDbContextAsync();

    public Task<Caller> RootAsync() => CallerAsync(File.ReadAllText(RootTokenFile).Trim());

    public async Task<Caller> CallerAsync(string value, IPAddress? address = null)
    {
        var verdict = await JudgeAsync(value, address);
        Assert.Equal(VerificationCode.Valid, verdict.Code);
        return verdict.ToCaller(new CallOrigin(address ?? Address, "tests/1", ["198.51.100.7"]));
    }

    /// <summary>As the doors do: a good value is used.</summary>
    public async ValueTask<Verdict> JudgeAsync(string value, IPAddress? address = null)
    {
        var verdict = await Get<Authenticator>().JudgeAsync(value, address ?? Address, default);
        if (verdict.Code is VerificationCode.Valid)
            await Get<Authenticator>().NoteUseAsync(verdict, address ?? Address, default);
        return verdict;
    }

    /// <summary>Makes a token as the root token, and answers its value.</summary>
    public async Task<(ApiToken Token, string Value)> CreateAsync(CreateTokenInput input, Caller? by = null)
    {
        var outcome = await Get<CreateToken>().RunAsync(by ?? await RootAsync(), input, default);
        Assert.Empty(outcome.Refusals);
        return (outcome.Token!, outcome.Value.Reveal());
    }

    /// <summary>A caller with these permissions and nothing else, made by the root token.</summary>
    public async Task<Caller> CallerWithAsync(params string[] permissions) =>
        await CallerAsync((await CreateAsync(new CreateTokenInput { Name = "caller", Permissions = permissions })).Value);

    /// <summary>A JWT for a caller: as wide and long as it gets, unless the request says less.</summary>
    public async Task<string> AccessTokenAsync(Caller caller, AccessTokenRequest? request = null)
    {
        var outcome = await Get<CreateAccessToken>().RunAsync(caller, request ?? new AccessTokenRequest(), default);
        Assert.Empty(outcome.Refusals);
        return outcome.Jwt!;
    }

    public async Task StopAsync() => await host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
        if (ownsDirectory)
            System.IO.Directory.Delete(Directory, recursive: true);
    }
}
