using GraphQLTokens.Service.Hosting;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.GraphQL.Documents;

internal sealed class DocumentSettingsRules : IValidateOptions<DocumentSettings>
{
    public ValidateOptionsResult Validate(string? name, DocumentSettings options)
    {
        var faults = new SettingFaults(DocumentSettings.Section)
            .Between(nameof(options.MaxAutomatic), options.MaxAutomatic, 1, 1_000_000)
            .Between(nameof(options.MaxAutomaticCharacters), options.MaxAutomaticCharacters, 16_000, 1_000_000_000);
        if (options.TrustedOnly && string.IsNullOrEmpty(options.Trusted))
            faults.Add(nameof(options.TrustedOnly), "needs Documents:Trusted, or nothing could be executed");
        return faults.Result;
    }
}
