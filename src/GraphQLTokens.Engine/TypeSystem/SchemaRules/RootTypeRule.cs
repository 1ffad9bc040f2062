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
            SyntaxNode? place = NodeOf(context, operation) is { } named ? named : type.Nodes.FirstOrDefault();
            if (type is not ObjectType)
                context.Report($"{operation} root type must be {requirement}, it cannot be {type}.", place);
        }

        foreach (var shared in context.Roots.All.Where(root => root.Type is ObjectType).GroupBy(root => root.Type, root => root.Operation))
        {
            if (!shared.Skip(1).Any())
                continue;
            context.Report(
                $"All root types must be different, \"{shared.Key}\" type is used as {AndList([.. shared.Select(Keyword)])} root types.",
                shared.Select(operation => NodeOf(context, operation)));
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
