using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GraphQLTokens.Engine.Transports;

/// <summary>What a connection that stays open has to know of its server.</summary>
/// <param name="Time">The clock of every time-out and heart-beat.</param>
/// <param name="Stopping">Cancelled once the server takes its leave: open streams are completed then.</param>
internal sealed record ServerLife(TimeProvider Time, CancellationToken Stopping)
{
    public static ServerLife Of(IServiceProvider services) => new(
        services.GetService<TimeProvider>() ?? TimeProvider.System,
        services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
}
