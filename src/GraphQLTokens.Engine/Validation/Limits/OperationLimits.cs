using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Validation.Limits;

/// <summary>Holds each operation of a document to <see cref="DocumentLimits"/>, before validation: what is too large is not worth looking at closely.</summary>
internal static class OperationLimits
{
    private static readonly Limit[] All =
    [
        new(ErrorCodes.RootFieldLimitExceeded, limits => limits.MaxRootFields, measure => measure.Fields, "asks for {0} root fields"),
        new(ErrorCodes.SelectionLimitExceeded, limits => limits.MaxSelections, measure => Math.Max(measure.Fields, measure.WidestSet), "selects {0} fields in one place"),
        new(ErrorCodes.AliasLimitExceeded, limits => limits.MaxAliases, measure => measure.Aliases, "uses {0} aliases"),
        new(ErrorCodes.FragmentSpreadLimitExceeded, limits => limits.MaxFragmentSpreads, measure => measure.Spreads, "spreads fragments {0} times"),
        new(ErrorCodes.IntrospectionDepthLimitExceeded, limits => limits.MaxIntrospectionDepth, measure => measure.IntrospectionDepth, "goes through the lists of types {0} times within each other"),
    ];

    private sealed record Limit(string Code, Func<DocumentLimits, int> Allowed, Func<SelectionMeasure, double> Found, string Words);

    /// <returns>Empty, or the errors of the first operation that exceeds limits: one for each, with its figure.</returns>
    public static IReadOnlyList<GraphQLError> Check(DocumentNode document, DocumentLimits limits, int maxDepth)
    {
        var measure = new DocumentMeasure(document, maxDepth);
        foreach (var definition in document.Definitions)
        {
            if (definition is OperationDefinitionNode operation && Check(operation, measure.Of(operation), limits) is { } errors)
                return errors;
        }

        return [];
    }

    private static List<GraphQLError>? Check(OperationDefinitionNode operation, in SelectionMeasure measure, DocumentLimits limits)
    {
        List<GraphQLError>? errors = null;
        foreach (var limit in All)
        {
            if (limit.Found(measure) > limit.Allowed(limits))
                (errors ??= []).Add(Error(limit, measure, limits, operation));
        }

        return errors;
    }

    private static GraphQLError Error(Limit limit, in SelectionMeasure measure, DocumentLimits limits, OperationDefinitionNode operation)
    {
        var (allowed, found) = (limit.Allowed(limits), limit.Found(measure));
        var message = $"The operation {limit.Words.Replace("{0}", LimitExceeded.Say(found), StringComparison.Ordinal)}; at most {LimitExceeded.Say(allowed)} are allowed.";
        return LimitExceeded.Error(limit.Code, message, allowed, found, [operation.Location.ToSourceLocation()]);
    }
}
