using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Validation;

/// <summary>
/// What callers are told to whom the schema is none of their business: that the request does not fit it, and nothing more. Names of types and fields,
/// suggestions, places and the number of errors would each help to guess it. Syntax and limits speak of the document alone, and stay as they are.
/// </summary>
internal static class HiddenSchema
{
    /// <summary>Spares the search for what will not be told.</summary>
    public static ValidationOptions Narrow(ValidationOptions options) => options with { MaxErrors = 1, Suggestions = false };

    public static readonly GraphQLError InvalidDocument = new("The document is not valid for this schema.", code: ErrorCodes.ValidationFailed);

    private static readonly GraphQLError InvalidVariables = new("The variables are not valid for this operation.", code: ErrorCodes.BadUserInput);

    /// <summary>The errors with whatever names the schema taken out.</summary>
    public static IReadOnlyList<GraphQLError> Mask(IReadOnlyList<GraphQLError> errors) =>
        [.. errors.Select(Mask).Distinct()];

    private static GraphQLError Mask(GraphQLError error) => error.Code switch
    {
        ErrorCodes.ValidationFailed => InvalidDocument,
        ErrorCodes.BadUserInput => InvalidVariables,
        _ => error,
    };
}
