using System.Text;
using GraphQLTokens.Service.Tests.EndToEnd;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.Security.Access;

/// <summary>Every operation, sent by every kind of caller through every door that has it: the verdict is the same, and the one that the order of precedence gives.</summary>
public sealed class AccessTableTests : IAsyncLifetime
{
    private readonly TestClock clock = new();
    private ServiceApplication service = null!;

    public async Task InitializeAsync() => service = await ServiceApplication.StartAsync(
        // All the bad credentials come from one address here, and each is to be told what is wrong with it.
        new() { ["RateLimits:FailedAttempts"] = "0" }, clock);

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task Every_door_gives_every_caller_the_same_verdict()
    {
        var world = new AccessWorld(service, clock);
        var wrong = new StringBuilder();
        var calls = 0;
        foreach (var operation in AccessOperation.All)
        {
            foreach (var kind in AccessCaller.All)
            {
                foreach (var door in AccessDoor.All)
                {
                    var caller = await kind.MakeAsync(world, operation);
                    if (door.Send(operation, caller, await world.TargetAsync(caller)) is not { } sent)
                        continue;
                    calls++;
                    var verdict = AccessVerdict.Of(await sent);
                    if (verdict != kind.Expect(operation))
                        wrong.AppendLine($"{operation}, {kind}, {door.Name}: {verdict}, expected {kind.Expect(operation)}");
                }
            }
        }

        Assert.True(wrong.Length == 0, wrong.ToString());
        Assert.True(calls > 500, $"Only {calls} calls were made.");
    }
}
