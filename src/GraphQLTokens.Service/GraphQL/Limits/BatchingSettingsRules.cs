using GraphQLTokens.Service.Hosting;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.GraphQL.Limits;

internal sealed class BatchingSettingsRules : IValidateOptions<BatchingSettings>
{
    public ValidateOptionsResult Validate(string? name, BatchingSettings options) => new SettingFaults(BatchingSettings.Section)
        .Between(nameof(options.MaxRequests), options.MaxRequests, 0, 100)
        .Result;
}
