using GraphQLTokens.Service.Domain;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Persistence.Settings;

/// <summary>Section <c>Bootstrap</c>: what the first start, on an empty store, does.</summary>
internal sealed class BootstrapSettings
{
    public const string Section = "Bootstrap";

    /// <summary>Where the root token's value is written (mode 0600).</summary>
    public string TokenFile { get; set; } = "data/root-token";

    /// <summary>The root token's value, when it is supplied from outside; no file is written then.</summary>
    public string? Token { get; set; }
}

internal sealed class BootstrapSettingsValidator : IValidateOptions<BootstrapSettings>
{
    public ValidateOptionsResult Validate(string? name, BootstrapSettings options)
    {
        if (string.IsNullOrWhiteSpace(options.TokenFile))
            return ValidateOptionsResult.Fail("Bootstrap:TokenFile is empty; it names the file for the root token, e.g. data/root-token.");
        if (!string.IsNullOrEmpty(options.Token) && !TokenValue.TryParse(options.Token, out _))
            return ValidateOptionsResult.Fail("Bootstrap:Token is not a token value; docs/token-format.md describes the form and its checksum.");
        return ValidateOptionsResult.Success;
    }
}
