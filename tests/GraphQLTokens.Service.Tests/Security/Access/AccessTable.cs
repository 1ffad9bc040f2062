using GraphQLTokens.Service.Tests.EndToEnd;
using GraphQLTokens.Service.Tests.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GraphQLTokens.Service.Tests.Security.Access;

/// <summary>The whole table, gone through once on one running service: every operation, by every kind of caller, through every door that has it.</summary>
public sealed class AccessTable : IAsyncLifetime
{
    private readonly TestClock clock = new();
    private readonly List<string> wrong = [];

    /// <summary>The cells whose verdict was another than expected.</summary>
    public IReadOnlyList<string> Wrong => wrong;

    public int Calls { get; private set; }

    internal ServiceApplication Service { get; private set; } = null!;

    internal ReachedEndpoints Reached { get; } = new();

    public async Task InitializeAsync()
    {
        // All the bad credentials come from one address here, and each is to be told what is wrong with it.
        Service = await ServiceApplication.StartAsync(
            new() { ["RateLimits:FailedAttempts"] = "0" }, clock, configure: services => services.AddSingleton<IStartupFilter>(Reached), frameworkLevel: LogLevel.Warning);
        var world = new AccessWorld(Service, clock);
        foreach (var kind in AccessCaller.All)
        {
            var cast = new AccessCast(world, kind);
            foreach (var operation in AccessOperation.All)
            {
                foreach (var door in AccessDoor.All)
                    await CallAsync(cast, kind, operation, door);
            }
        }
    }

    public async Task DisposeAsync() => await Service.DisposeAsync();

    private async Task CallAsync(AccessCast cast, AccessCaller kind, AccessOperation operation, AccessDoor door)
    {
        if (door.Send(await cast.CallAsync(operation)) is not { } sent)
            return;
        Calls++;
        var (verdict, expected) = (await sent, door.Tells(kind.Expect(operation)));
        if (verdict != expected)
            wrong.Add($"{operation}, {kind}, {door.Name}: {verdict}, expected {expected}");
        if (operation.IsOnce && verdict == AccessVerdict.Allowed)
            cast.Forget(operation);
    }
}
