using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SchemaRules;

/// <summary>Section 3.3.1: there is a query root, every root is an object type, and no type is the root of two kinds of operation.</summary>
internal static class RootTypeRule
{
    public static void Check(SchemaRuleContext context)
    {
        if (context.Roots.Query is null)
            context.Report("Query root type must be provided.", context.Schema.Nodes.OfType<SchemaDefinitionNode>());
        foreach (var (operation, type) in context.Roots.All)
        {
            var requirement = operation == OperationKind.Query ? "Object type" : "Object type if provided";
            if (type is not ObjectType)
                context.Report($"{operation} root type must be {requirement}, it cannot be {type}.", NodeOf(context, operation) as SyntaxNode ?? type.Nodes.FirstOrDefault());
        }

        foreach (var shared in context.Roots.All.Where(root => root.Type is ObjectType).GroupBy(root => root.Type).Where(group => group.Skip(1).Any()))
        {
            context.Report(
                $"All root types must be different, \"{shared.Key}\" type is used as {AndList([.. shared.Select(root => Keyword(root.Operation))])} root types.",
                shared.Select(root => NodeOf(context, root.Operation)));
        }
    }

    private static NamedTypeNode? NodeOf(SchemaRuleContext context, OperationKind operation) =>
        context.Schema.Nodes.SelectMany(node => node.OperationTypes).FirstOrDefault(node => node.Operation == operation)?.Type;

    private static string AndList(string[] words) =>
        words.Length == 2 ? $"{words[0]} and {words[1]}" : $"{string.Join(", ", words[..^1])}, and {words[^1]}";

    private static string Keyword(OperationKind operation) => operation switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        OperationKind.Subscription => "subscription",
    };
}
