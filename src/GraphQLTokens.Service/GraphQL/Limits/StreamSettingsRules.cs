using GraphQLTokens.Service.Hosting;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.GraphQL.Limits;

internal sealed class StreamSettingsRules : IValidateOptions<StreamSettings>
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    public ValidateOptionsResult Validate(string? name, StreamSettings options) => new SettingFaults(StreamSettings.Section)
        .Between(nameof(options.MaxPerCaller), options.MaxPerCaller, 1, 100_000)
        .Between(nameof(options.MaxConnectionsPerCaller), options.MaxConnectionsPerCaller, 1, 100_000)
        .Between(nameof(options.MaxOperationsPerConnection), options.MaxOperationsPerConnection, 1, 10_000)
        .Between(nameof(options.MaxInitBytes), options.MaxInitBytes, 1024, 1024 * 1024)
        .Between(nameof(options.MaxHeldBytes), options.MaxHeldBytes, 64 * 1024, 1024 * 1024 * 1024)
        .Between(nameof(options.MaxWaitingEvents), options.MaxWaitingEvents, 1, 100_000)
        .Between(nameof(options.HeartbeatInterval), options.HeartbeatInterval, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10))
        .Between(nameof(options.SendTimeout), options.SendTimeout, Moment, TimeSpan.FromMinutes(5))
        .Between(nameof(options.InitTimeout), options.InitTimeout, Moment, TimeSpan.FromMinutes(1))
        .Between(nameof(options.CloseTimeout), options.CloseTimeout, Moment, TimeSpan.FromMinutes(1))
        .Result;
}
