namespace GraphQLTokens.Service.Operations.Tokens;

/// <summary>The words that the audit log has for refusals.</summary>
internal static class Refusal
{
    public static readonly IReadOnlyList<string> MissingPermission = ["access denied"];
    public static readonly IReadOnlyList<string> NotFound = ["the token does not exist"];
    public static readonly IReadOnlyList<string> Expired = ["the token has expired"];
    public static readonly IReadOnlyList<string> NoOverlap = ["no previous value of the token works any more"];
    public static readonly IReadOnlyList<string> NewValueUsed = ["the token's new value has been used"];
    public static readonly IReadOnlyList<string> NotByAccessToken = ["an access token does not rotate its own token"];
    public static readonly IReadOnlyList<string> NotRepeatable = ["the answer could not be given again under its idempotency key"];
    public static readonly IReadOnlyList<string> LastRoot = ["the last token that holds every permission"];
    public static readonly IReadOnlyList<string> CallerChanged = ["the calling token has ended or changed"];

    public static IReadOnlyList<string> Of(IReadOnlyList<InputFault> faults) => [.. faults.Select(fault => fault.ToString())];
}
