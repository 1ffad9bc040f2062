using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation.Limits.Cost;

/// <summary>What can be wrong with the slicing arguments of a field.</summary>
internal static class ListFaults
{
    public static GraphQLError PageTooLong(FieldNode node, FieldDefinition field, int limit, double actual) => LimitExceeded.Error(
        ErrorCodes.PageSizeLimitExceeded,
        $"\"{field.Name}\" is asked for {LimitExceeded.Say(actual)} items at once; at most {limit} are allowed.",
        limit,
        actual,
        [node.Location.ToSourceLocation()]);

    public static GraphQLError NotOneArgument(FieldNode node, FieldDefinition field, ListSize listSize) => new(
        $"\"{field.Name}\" needs exactly one of these arguments: {string.Join(", ", listSize.SlicingArguments.Select(path => string.Join('.', path)))}.",
        [node.Location.ToSourceLocation()],
        code: ErrorCodes.BadUserInput);
}
