using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.Building;

/// <summary>
/// Section 3.3.1: the types that the schema names as its roots or, where no schema definition stands, those that are called
/// <c>Query</c>, <c>Mutation</c> and <c>Subscription</c>. Not yet known to be object types.
/// </summary>
internal sealed record RootTypes(NamedType? Query, NamedType? Mutation, NamedType? Subscription)
{
    public IEnumerable<(OperationKind Operation, NamedType Type)> All =>
        new[] { (OperationKind.Query, Query), (OperationKind.Mutation, Mutation), (OperationKind.Subscription, Subscription) }
            .Where(root => root.Item2 is not null)
            .Select(root => (root.Item1, root.Item2!));

    public static RootTypes Find(SdlDefinitions sdl, NamedList<NamedType> types)
    {
        var hasDefinition = sdl.SchemaNodes.Any(node => node is SchemaDefinitionNode);
        return new RootTypes(Root(OperationKind.Query), Root(OperationKind.Mutation), Root(OperationKind.Subscription));

        NamedType? Root(OperationKind operation)
        {
            var named = sdl.SchemaNodes.SelectMany(node => node.OperationTypes).FirstOrDefault(node => node.Operation == operation)?.Type.Name.Value;
            return types.TryGet(named ?? (hasDefinition ? "" : operation.ToString()), out var type) ? type : null;
        }
    }
}
