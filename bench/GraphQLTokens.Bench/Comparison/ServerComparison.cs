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
    private const int WriteRounds = 5;
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
        await using var servers = new ServersUnderTest(
            await StartAsync("bare", 0, []),
            await StartAsync("ideal", 1, []),
            await StartAsync("engine", 2, []),
            await StartServiceAsync(http, 3, new() { ["Logging__LogLevel__GraphQLTokens.Requests"] = "None" }),
            await StartServiceAsync(http, 4, []),
            await StartServiceAsync(http, 5, new() { ["Logging__LogLevel__GraphQLTokens.Requests"] = "None", ["Store__CachedKeys"] = "64" }));

        var load = new LoadGenerator(scratch);
        var ratios = RatioTable.Of(servers);
        var alone = RatioTable.Alone(servers);
        var measured = ratios.SelectMany(ratio => new[] { ratio.To, ratio.Of }).Concat(alone).Distinct().ToDictionary(target => target, target => new Measurement(target, load));
        await RotateAsync(http, Rounds, [.. measured.Values]);

        var (oneCaller, manyCallers) = RatioTable.Writes(servers);
        var oneWriter = new Measurement(oneCaller, load);
        var manyWriters = new Measurement(manyCallers, load);
        await RotateAsync(http, WriteRounds, [oneWriter, manyWriters]);

        var rows = ratios.Select(ratio => new Row(ratio.Name, measured[ratio.Of], measured[ratio.To], ratio.Required, ratio.Goal)).ToList();
        await new Report(commit, rows, [.. alone.Select(target => measured[target])], oneWriter, manyWriters, ColdDocument.Measure()).WriteAsync(folder);
    }

    private Task<ServerProcess> StartAsync(string face, int port, Dictionary<string, string> settings) =>
        ServerProcess.StartAsync(program, face, FirstPort + port, settings);

    private async Task<RunningService> StartServiceAsync(HttpClient http, int port, Dictionary<string, string> settings)
    {
        var data = Path.Combine(scratch, $"service-{port}");
        settings["Store__Path"] = Path.Combine(data, "tokens.db");
        settings["Bootstrap__TokenFile"] = Path.Combine(data, "root-token");
        settings["Secrets__KeyFile"] = Path.Combine(data, "secrets-key");
        var server = await StartAsync("service", port, settings);
        var store = new ServiceStore(http, server, (await File.ReadAllTextAsync(settings["Bootstrap__TokenFile"])).Trim());
        var values = await store.FillAsync();
        var key = await store.CreateKeyAsync();
        return new RunningService(server, key, await store.CreateAccessTokenAsync(key), values);
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
}
