using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.GraphQL.Documents;

internal sealed class DocumentSettingsRules : IValidateOptions<DocumentSettings>
{
    public ValidateOptionsResult Validate(string? name, DocumentSettings options)
    {
        var faults = new List<string>();
        if (options.MaxAutomatic is < 1 or > 1_000_000)
            faults.Add("Documents:MaxAutomatic must lie between 1 and 1000000");
        if (options.MaxAutomaticCharacters is < 16_000 or > 1_000_000_000)
            faults.Add("Documents:MaxAutomaticCharacters must lie between 16000 and 1000000000");
        if (options.TrustedOnly && string.IsNullOrEmpty(options.Trusted))
            faults.Add("Documents:TrustedOnly needs Documents:Trusted, or nothing could be executed");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
