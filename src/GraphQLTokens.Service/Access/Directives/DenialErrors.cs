using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Service.Domain.Limits;

namespace GraphQLTokens.Service.Access.Directives;

/// <summary>A denial as the error of a GraphQL field.</summary>
internal static class DenialErrors
{
    public static GraphQLError ToError(this Denial denial) => new(
        denial.PublicWords,
        code: denial.Code,
        extensions: ExtensionsOf(denial));

    private static Dictionary<string, object?>? ExtensionsOf(Denial denial) => denial switch
    {
        { MissingPermissions.Count: > 0 } => new() { ["missingPermissions"] = denial.MissingPermissions },
        { Kind: DenialKind.TooMany } => new() { ["retryAfter"] = MeterReading.Seconds(denial.RetryAfter) },
        _ => null,
    };
}
