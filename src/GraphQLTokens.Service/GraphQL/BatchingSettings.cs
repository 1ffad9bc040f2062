using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.GraphQL;

/// <summary>Section <c>Batching</c>: several requests in one POST.</summary>
internal sealed class BatchingSettings
{
    public const string Section = "Batching";

    /// <summary>How many requests a JSON array may hold, 0 to 100; 0 refuses arrays. Off: few clients batch, and one request is easier to bound, to log and to cache than ten.</summary>
    public int MaxRequests { get; set; }
}

internal sealed class BatchingSettingsRules : IValidateOptions<BatchingSettings>
{
    public ValidateOptionsResult Validate(string? name, BatchingSettings options) => options.MaxRequests is >= 0 and <= 100
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail("Batching:MaxRequests must lie between 0 and 100");
}
