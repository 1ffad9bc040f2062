using GraphQLTokens.Service.Hosting;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.GraphQL.Limits;

internal sealed class GraphQLSettingsRules : IValidateOptions<GraphQLSettings>
{
    public ValidateOptionsResult Validate(string? name, GraphQLSettings options) => new SettingFaults(GraphQLSettings.Section)
        .Known(nameof(options.Statuses), options.Statuses)
        .Between(nameof(options.MaxDocumentCharacters), options.MaxDocumentCharacters, 100, 10_000_000)
        .Between(nameof(options.MaxTokens), options.MaxTokens, 50, 1_000_000)
        .Between(nameof(options.MaxNesting), options.MaxNesting, 10, 1_000)
        .Between(nameof(options.MaxDepth), options.MaxDepth, 5, 200)
        .Between(nameof(options.MaxDirectives), options.MaxDirectives, 1, 100)
        .Between(nameof(options.MaxRootFields), options.MaxRootFields, 1, 10_000)
        .Between(nameof(options.MaxSelections), options.MaxSelections, 10, 10_000)
        .Between(nameof(options.MaxAliases), options.MaxAliases, 0, 10_000)
        .Between(nameof(options.MaxFragmentSpreads), options.MaxFragmentSpreads, 0, 10_000)
        .Between(nameof(options.MaxIntrospectionDepth), options.MaxIntrospectionDepth, 0, 10)
        .Between(nameof(options.MaxValidationSteps), options.MaxValidationSteps, 1_000, 100_000_000)
        .Between(nameof(options.MaxValidationErrors), options.MaxValidationErrors, 1, 1_000)
        .Between(nameof(options.MaxPageSize), options.MaxPageSize, 1, 100)
        .Between(nameof(options.MaxFieldCost), options.MaxFieldCost, 1, 1_000_000)
        .Between(nameof(options.MaxTypeCost), options.MaxTypeCost, 1, 1_000_000)
        .Between(nameof(options.MaxResponseBytes), options.MaxResponseBytes, 1024, 1024 * 1024 * 1024)
        .Between(nameof(options.DocumentCacheBytes), options.DocumentCacheBytes, 1024 * 1024, 4L * 1024 * 1024 * 1024)
        .Between(nameof(options.MaxVariablesBytes), options.MaxVariablesBytes, 256, 100 * 1024 * 1024)
        .Between(nameof(options.MaxVariablesDepth), options.MaxVariablesDepth, 4, 200)
        .Between(nameof(options.Timeout), options.Timeout, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(10))
        .Between(nameof(options.MaxConcurrentPerCaller), options.MaxConcurrentPerCaller, 1, 100_000)
        .Result;
}
