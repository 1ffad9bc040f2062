namespace GraphQLTokens.Engine.Validation.Limits.Cost;

/// <summary>
/// The directives of the GraphQL Cost Directives specification. A schema that uses them declares them; their effect is the engine's own,
/// so that they need no handler.
/// </summary>
internal static class CostDirectives
{
    public const string Cost = "cost";
    public const string ListSize = "listSize";

    public static bool Contains(string name) => name is Cost or ListSize;
}
