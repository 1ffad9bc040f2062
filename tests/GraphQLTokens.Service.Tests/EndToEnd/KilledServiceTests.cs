using System.Collections.Concurrent;
using System.Net;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.EndToEnd;

/// <summary>What was acknowledged is there after a kill that no process sees coming.</summary>
public sealed class KilledServiceTests : IDisposable
{
    private const int Rounds = 3;
    private const int Workers = 8;
    private const int AcknowledgedPerRound = 60;
    private const string Who = "{ viewer { token { id } } }";
    private readonly string directory = TestService.NewDirectory();

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task Every_acknowledged_change_survives()
    {
        var live = new ConcurrentDictionary<string, string>();
        var ended = new ConcurrentBag<string>();
        for (var round = 0; round < Rounds; round++)
        {
            using var service = await ServiceProcess.StartAsync(directory);
            await AssertKeptAsync(service, live, ended);
            var acknowledged = 0;
            var enough = new TaskCompletionSource();
            var work = Enumerable.Range(0, Workers).Select(_ => Task.Run(() => ChangeUntilKilledAsync(service.Root, live, ended, () =>
            {
                if (Interlocked.Increment(ref acknowledged) == AcknowledgedPerRound)
                    enough.SetResult();
            }))).ToList();
            await enough.Task;
            await service.KillAsync();
            await Task.WhenAll(work);
        }
        using var last = await ServiceProcess.StartAsync(directory);
        await AssertKeptAsync(last, live, ended);
        Assert.True(live.Count + ended.Count >= Rounds * AcknowledgedPerRound / 3);
    }

    [Fact]
    public async Task A_rotation_in_its_overlap_survives_and_so_does_its_end_by_first_use()
    {
        const string Rotate = "mutation ($id: ID!, $once: Boolean!) { rotateAPIToken(input: { id: $id, overlap: \"PT1H\", retireOnFirstUse: $once }) { token { value } } }";
        string[] kept, ended;
        using (var service = await ServiceProcess.StartAsync(directory))
        {
            var (open, openOld) = await service.Root.CreateTokenAsync("open");
            var (used, usedOld) = await service.Root.CreateTokenAsync("used");
            var openNew = await ValueAsync(service, open, once: false);
            var usedNew = await ValueAsync(service, used, once: true);
            Assert.Equal(HttpStatusCode.OK, (await service.Caller(usedNew).AskAsync(Who)).Status);
            await service.KillAsync();
            (kept, ended) = ([openOld.Key!, openNew, usedNew], [usedOld.Key!]);
        }

        using var next = await ServiceProcess.StartAsync(directory);
        foreach (var value in kept)
            Assert.Equal(HttpStatusCode.OK, (await next.Caller(value).AskAsync(Who)).Status);
        foreach (var value in ended)
            Assert.Equal(HttpStatusCode.Unauthorized, (await next.Caller(value).AskAsync(Who)).Status);

        static async Task<string> ValueAsync(ServiceProcess service, string id, bool once) =>
            (await service.Root.AskAsync(Rotate, new { id, once })).Data.GetProperty("rotateAPIToken").GetProperty("token").GetProperty("value").GetString()!;
    }

    [Fact]
    public async Task A_request_with_an_idempotency_key_makes_one_token_however_often_it_is_cut_off()
    {
        const int Kills = 4;
        const int Keys = 24;
        var made = new ConcurrentDictionary<string, (string Id, string Value)>();
        for (var round = 0; round <= Kills; round++)
        {
            using var service = await ServiceProcess.StartAsync(directory);
            var left = Enumerable.Range(0, Keys).Select(key => $"key-{key}").Where(key => round == Kills || !made.ContainsKey(key)).ToList();
            var answered = 0;
            var enough = new TaskCompletionSource();
            var work = left.Select(key => Task.Run(async () =>
            {
                try
                {
                    var door = key.EndsWith('1') ? IdempotentDoor.Rest : IdempotentDoor.GraphQL;
                    var answer = (await door.CreateAsync(service.Root, key, key)).Made();
                    Assert.Equal(answer, made.GetOrAdd(key, answer));
                    if (Interlocked.Increment(ref answered) == Keys / (Kills + 2))
                        enough.TrySetResult();
                }
                catch (Exception fault) when (fault is HttpRequestException or IOException)
                {
                    // Killed: whether it was done is for the repeat to find out.
                }
            })).ToList();
            if (round < Kills)
            {
                await Task.WhenAny(enough.Task, Task.WhenAll(work));
                await service.KillAsync();
            }
            await Task.WhenAll(work);
        }

        using var last = await ServiceProcess.StartAsync(directory);
        Assert.Equal(Keys, made.Count);
        foreach (var (id, value) in made.Values)
            Assert.Equal(id, (await last.Caller(value).AskAsync(Who)).Data.GetProperty("viewer").GetProperty("token").GetProperty("id").GetString());
        var count = (await last.Root.AskAsync("{ apiTokens(first: 1, where: { nameContains: \"key-\" }) { totalCount } }")).Data;
        Assert.Equal(Keys, count.GetProperty("apiTokens").GetProperty("totalCount").GetInt32());
    }

    /// <summary>Makes tokens; rotates every second and deletes every third. An answer is an acknowledgement; a broken connection is none.</summary>
    private static async Task ChangeUntilKilledAsync(ServiceCaller root, ConcurrentDictionary<string, string> live, ConcurrentBag<string> ended, Action acknowledge)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                var (id, caller) = await root.CreateTokenAsync($"kept {i}");
                live[id] = caller.Key!;
                acknowledge();
                if (i % 2 == 0)
                {
                    // Until it is answered, either value may be the good one.
                    live.TryRemove(id, out _);
                    var answer = (await root.AskAsync("mutation ($id: ID!) { rotateAPIToken(input: { id: $id }) { token { value } } }", new { id })).Data;
                    live[id] = answer.GetProperty("rotateAPIToken").GetProperty("token").GetProperty("value").GetString()!;
                    ended.Add(caller.Key!);
                    acknowledge();
                }
                if (i % 3 == 0)
                {
                    live.TryRemove(id, out var value);
                    _ = (await root.AskAsync("mutation ($id: ID!) { deleteAPIToken(input: { id: $id }) { id } }", new { id })).Data;
                    ended.Add(value!);
                    acknowledge();
                }
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            // Killed.
        }
    }

    private static async Task AssertKeptAsync(ServiceProcess service, ConcurrentDictionary<string, string> live, ConcurrentBag<string> ended)
    {
        foreach (var (id, value) in live)
            Assert.Equal(id, (await service.Caller(value).AskAsync(Who)).Data.GetProperty("viewer").GetProperty("token").GetProperty("id").GetString());
        foreach (var value in ended)
            Assert.Equal(HttpStatusCode.Unauthorized, (await service.Caller(value).AskAsync(Who)).Status);
    }
}
