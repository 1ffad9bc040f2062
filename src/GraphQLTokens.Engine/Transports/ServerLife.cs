using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GraphQLTokens.Engine.Transports;

/// <summary>What a connection that stays open has to know of its server.</summary>
/// <param name="Time">The clock of every time-out and heart-beat.</param>
/// <param name="Leaving">Cancelled once the server takes its leave: open streams end then.</param>
internal sealed record ServerLife(TimeProvider Time, CancellationToken Leaving)
{
    /// <param name="services">Of the application.</param>
    /// <param name="leaving">See <see cref="Http.GraphQLHttpOptions.Leaving"/>.</param>
    public static ServerLife Of(IServiceProvider services, CancellationToken? leaving) => new(
        services.GetService<TimeProvider>() ?? TimeProvider.System,
        leaving ?? services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
}
