using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Service.Access.Directives;

/// <summary>A denial as the error of a GraphQL field.</summary>
internal static class DenialErrors
{
    public static GraphQLError ToError(this Denial denial) => new(
        denial.PublicWords,
        code: denial.Code,
        extensions: denial.MissingPermissions.Count == 0
            ? null
            : new Dictionary<string, object?> { ["missingPermissions"] = denial.MissingPermissions });
}
