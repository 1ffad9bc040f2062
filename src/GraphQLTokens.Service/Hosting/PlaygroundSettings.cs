using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Hosting;

/// <summary>Section <c>Playground</c>: the GraphQL IDE that browsers get at the GraphQL paths.</summary>
internal sealed class PlaygroundSettings
{
    public const string Section = "Playground";

    /// <summary>False: browsers get what every other client gets.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>What the page calls this service, 1 to 100 characters.</summary>
    public string Title { get; set; } = "GraphQLTokens";
}

internal sealed class PlaygroundSettingsRules : IValidateOptions<PlaygroundSettings>
{
    public ValidateOptionsResult Validate(string? name, PlaygroundSettings options) => options.Title is { Length: >= 1 and <= 100 }
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail("Playground:Title must have 1 to 100 characters");
}
