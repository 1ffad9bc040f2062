using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Access.Directives;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations;
using GraphQLTokens.Service.Operations.Tokens;

namespace GraphQLTokens.Service.GraphQL;

/// <summary>What operations refuse, as errors of fields.</summary>
internal static class Refusals
{
    private static readonly string[] NotByAccessTokenReasons = ["An access token cannot rotate its own API token: use the API token's value."];

    /// <summary>A value that the rules refuse; every fault is in the message, the first one's place in <c>extensions.argument</c>.</summary>
    public static GraphQLException InvalidInput(IReadOnlyList<InputFault> faults) => new(new GraphQLError(
        string.Join("; ", faults),
        code: ServiceCodes.InvalidInput,
        extensions: new Dictionary<string, object?>
        {
            ["argument"] = faults[0].Field,
            ["faults"] = faults.Select(fault => new Dictionary<string, object?> { ["argument"] = fault.Field, ["reason"] = fault.Reason }).ToArray(),
        }));

    /// <summary>The exact words that existing clients look for, with what is missing.</summary>
    public static GraphQLException AccessDenied(IReadOnlyList<string> missingPermissions) => new(Denial.MissingPermission(missingPermissions).ToError());

    /// <summary>The token stands above the caller: to hand over its value would be to hand over rights.</summary>
    public static GraphQLException AboveOwnRights(IReadOnlyList<InputFault> faults) => new(new GraphQLError(
        Denial.AccessDeniedWords,
        code: ServiceCodes.AccessDenied,
        extensions: new Dictionary<string, object?> { ["reasons"] = faults.Select(fault => $"The token's {fault.Field["input.".Length..]} {fault.Reason}.").ToArray() }));

    /// <summary>The new value of its own token would outlive the access token, and do more.</summary>
    public static GraphQLException NotByAccessToken() => new(new GraphQLError(
        Denial.AccessDeniedWords,
        code: ServiceCodes.AccessDenied,
        extensions: new Dictionary<string, object?> { ["reasons"] = NotByAccessTokenReasons }));

    public static GraphQLException TokenNotFound(string? id) => new($"API token {TokenReference.Shown(id)} does not exist", ServiceCodes.NotFound);

    public static GraphQLException TokenExpired() => new(new GraphQLError(
        "The token has expired, and cannot be rotated any more: make a new one.",
        code: ServiceCodes.InvalidInput,
        extensions: new Dictionary<string, object?> { ["argument"] = "input.id" }));

    public static GraphQLException NotRepeatable() => new(RotateToken.NotRepeatableWords, ServiceCodes.IdempotencyNotSupported);

    public static GraphQLException LastRoot() => new(LastRootToken.Words, ServiceCodes.Conflict);

    public static GraphQLException NoOverlap() => new(CancelRotation.NoOverlapWords, ServiceCodes.Conflict);

    public static GraphQLException NewValueUsed() => new(CancelRotation.NewValueUsedWords, ServiceCodes.Conflict);

    /// <summary>What is signed names its issuer, and the deployment has not said under which URL it stands.</summary>
    public static GraphQLException PublicUrlUnknown() => new(Denial.PublicUrlUnknownWords, ServiceCodes.PublicUrlUnknown);

    /// <summary>The calling token ended or changed while the request ran.</summary>
    public static GraphQLException CallerChanged() => new(Denial.CallerChanged.ToError());
}
