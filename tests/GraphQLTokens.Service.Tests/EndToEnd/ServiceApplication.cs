using System.Net;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>The service as it ships: its own Program, on a listener of the loopback address, with a store in a folder of its own and the whole log kept.</summary>
internal sealed class ServiceApplication : IAsyncDisposable
{
    private readonly ProgramRun program;
    private readonly bool ownsDirectory;

    private ServiceApplication(ProgramRun program, CapturedLog log, string directory, bool ownsDirectory)
    {
        this.program = program;
        this.ownsDirectory = ownsDirectory;
        Log = log;
        Directory = directory;
        Url = program.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    public string Directory { get; }

    public string Url { get; }

    public IServiceProvider Services => program.Services;

    public CapturedLog Log { get; }

    public string RootTokenFile => Path.Combine(Directory, "root-token");

    /// <summary>A caller with the root token's first value.</summary>
    public ServiceCaller Root => Caller(File.ReadAllText(RootTokenFile).Trim());

    /// <param name="clock">Null: the system's.</param>
    /// <param name="directory">Of an earlier start; null: a new one, which goes when the application does.</param>
    /// <param name="configure">Changes to the services, after Program's own.</param>
    /// <param name="frameworkLevel">From which level on the web framework's own words are kept; all others are kept from Trace on.</param>
    public static async Task<ServiceApplication> StartAsync(
        Dictionary<string, string?>? settings = null, TimeProvider? clock = null, string? directory = null, Action<IServiceCollection>? configure = null,
        LogLevel frameworkLevel = LogLevel.Trace)
    {
        var place = directory ?? TestService.NewDirectory();
        var all = new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Store:Path"] = Path.Combine(place, "tokens.db"),
            ["Bootstrap:TokenFile"] = Path.Combine(place, "root-token"),
            ["Secrets:KeyFile"] = Path.Combine(place, "secrets-key"),
        };
        foreach (var (key, value) in settings ?? [])
            all[key] = value;
        var log = new CapturedLog();
        var program = await ProgramRun.StartAsync([.. all.Select(setting => $"--{setting.Key}={setting.Value}")], services =>
        {
            services.AddLogging(logging => logging.ClearProviders().AddProvider(log)
                .AddFilter<CapturedLog>(null, LogLevel.Trace).AddFilter<CapturedLog>("Microsoft.AspNetCore", frameworkLevel));
            if (clock is not null)
                services.AddSingleton(clock);
            configure?.Invoke(services);
        });
        return new ServiceApplication(program, log, place, directory is null);
    }

    /// <param name="key">Null: without one.</param>
    /// <param name="from">The address that connections come from; null: 127.0.0.1.</param>
    public ServiceCaller Caller(string? key, string? from = null) => new(new Uri(Url), key, from is null ? null : IPAddress.Parse(from));

    public Task<TokensDbContext> OpenStoreAsync() => Services.GetRequiredService<IDbContextFactory<TokensDbContext>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        await program.StopAsync();
        if (ownsDirectory)
            System.IO.Directory.Delete(Directory, recursive: true);
    }
}
