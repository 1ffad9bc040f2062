namespace GraphQLTokens.Bench.Comparison;

/// <summary>
/// Whole servers against each other on one machine: each pinned to the first core, the load to the second, 32 kept connections. Machines differ and
/// are shared, so the targets take turns (A B C A B C ...), each warmed up first, and what counts is the ratio of medians within the run.
/// </summary>
/// <param name="program">The servers' assembly.</param>
/// <param name="commit">Of what is measured, for the report.</param>
/// <param name="folder">Where the report goes.</param>
internal sealed class ServerComparison(string program, string commit, string folder)
{
    private const int FirstPort = 18700;
    private const int Rounds = 7;
    private const int WriteRounds = 3;
    private readonly string scratch = Directory.CreateTempSubdirectory("graphqltokens-bench-").FullName;

    public async Task RunAsync()
    {
        try
        {
            await MeasureAsync();
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private async Task MeasureAsync()
    {
        using var http = new HttpClient();
        await using var bareServer = await StartAsync("bare", 0, []);
        await using var idealServer = await StartAsync("ideal", 1, []);
        await using var engineServer = await StartAsync("engine", 2, []);
        await using var quiet = await StartServiceAsync(http, 3, new() { ["Logging__LogLevel__GraphQLTokens.Requests"] = "None" });
        await using var logging = await StartServiceAsync(http, 4, []);

        var load = new LoadGenerator(scratch);
        Measurement Of(Target target) => new(target, load);
        var bare = Of(Target.Get("bare", bareServer, "/json", "nightly export"));
        var idealViewer = Of(Target.Post("ideal viewer", idealServer, "/viewer", Documents.SampleViewer, "nightly export"));
        var idealList = Of(Target.Post("ideal list", idealServer, "/tokens", Documents.SampleTokens, "Service account 49"));
        var engineViewer = Of(Target.Post("engine viewer", engineServer, "/graphql", Documents.SampleViewer, "nightly export"));
        var engineList = Of(Target.Post("engine list", engineServer, "/graphql", Documents.SampleTokens, "Service account 49"));
        var viewer = Of(Target.Post("service viewer", quiet.Server, "/graphql", Documents.Viewer, "127.0.0.1", quiet.Key));
        var loggedViewer = Of(Target.Post("service viewer, logged", logging.Server, "/graphql", Documents.Viewer, "127.0.0.1", logging.Key));
        var viewerToken = Of(Target.Post("service viewer and token", quiet.Server, "/graphql", Documents.ViewerToken, "ACTIVE", quiet.Key));
        var verification = Of(Target.Rest(
            "service verify", quiet.Server, "/api-tokens/verify", $$"""{"value":"{{quiet.Key}}","ipAddress":"127.0.0.1","require":{"permission":"OrganizationAPITokenRead"}}""", "\"VALID\"", quiet.Key));
        var tokenPage = Of(Target.Post("service page of 50", quiet.Server, "/graphql", Documents.TokenPage, "Service account 999", quiet.Key));
        await RotateAsync(http, Rounds, [bare, idealViewer, idealList, engineViewer, engineList, viewer, loggedViewer, viewerToken, verification, tokenPage]);

        var write = Target.Post("create, 1 caller", quiet.Server, "/graphql", Documents.CreateToken, "gqt_", quiet.Key) with { Connections = 1 };
        var oneWriter = Of(write);
        var manyWriters = Of(write with { Name = "create, 32 callers", Connections = 32 });
        await RotateAsync(http, WriteRounds, [oneWriter, manyWriters]);

        Row[] rows =
        [
            new("GraphQL `viewer`, document seen before, key checked", viewer, bare, 0.65, 0.75),
            new("the same with the default request log", loggedViewer, bare, null, null),
            new("the same with the caller's token from SQLite", viewerToken, bare, null, null),
            new("REST `POST /api-tokens/verify` of a known value", verification, bare, 0.55, 0.65),
            new("the engine alone: `viewer` with 4 fields", engineViewer, idealViewer, null, null),
            new("the engine alone: list of 50 x 8 from memory", engineList, idealList, 0.60, 0.75),
            new("`apiTokens(first: 50)` with 8 fields from SQLite", tokenPage, idealList, 0.25, null),
        ];
        await new Report(commit, rows, oneWriter, manyWriters, ColdDocument.Measure()).WriteAsync(folder);
    }

    private Task<ServerProcess> StartAsync(string face, int port, Dictionary<string, string> settings) =>
        ServerProcess.StartAsync(program, face, FirstPort + port, settings);

    private async Task<RunningService> StartServiceAsync(HttpClient http, int port, Dictionary<string, string> settings)
    {
        var data = Path.Combine(scratch, $"service-{port}");
        settings["Store__Path"] = Path.Combine(data, "tokens.db");
        settings["Bootstrap__TokenFile"] = Path.Combine(data, "root-token");
        var server = await StartAsync("service", port, settings);
        var store = new ServiceStore(http, server, (await File.ReadAllTextAsync(settings["Bootstrap__TokenFile"])).Trim());
        await store.FillAsync();
        return new RunningService(server, await store.CreateKeyAsync());
    }

    private static async Task RotateAsync(HttpClient http, int rounds, Measurement[] measurements)
    {
        foreach (var measurement in measurements)
        {
            await measurement.Target.CheckAsync(http);
            await measurement.WarmUpAsync();
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var measurement in measurements)
                await measurement.RunAsync();
        }
    }

    /// <param name="Key">For the measured requests.</param>
    private sealed record RunningService(ServerProcess Server, string Key) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
