using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.Printing;

/// <summary>Definitions with what they hold in the order of names. Directives keep their order: it can matter.</summary>
internal static class SortedDefinitions
{
    public static DirectiveDefinitionNode Of(DirectiveDefinitionNode node) => new(
        node.Location, node.Description, node.Name, Sort(node.Arguments), node.IsRepeatable, Sort(node.Locations, location => location.Value));

    /// <summary>A definition and its extensions as one definition; those of a scalar stay as they are, since they hold nothing that has an order.</summary>
    public static ImmutableArray<TypeDefinitionNode> Of(ImmutableArray<TypeDefinitionNode> nodes) => nodes[0] is ScalarTypeNode ? nodes : [Merge(nodes)];

    private static TypeDefinitionNode Merge(ImmutableArray<TypeDefinitionNode> nodes)
    {
        var (location, description, name) = (nodes[0].Location, nodes[0].Description, nodes[0].Name);
        ImmutableArray<DirectiveNode> directives = [.. nodes.SelectMany(node => node.Directives)];
        return nodes[0] switch
        {
            ObjectTypeNode => new ObjectTypeDefinitionNode(
                location, description, name, directives, Names<ObjectTypeNode>(nodes, node => node.Interfaces), Sort(nodes.Cast<ObjectTypeNode>().SelectMany(node => node.Fields))),
            InterfaceTypeNode => new InterfaceTypeDefinitionNode(
                location, description, name, directives, Names<InterfaceTypeNode>(nodes, node => node.Interfaces), Sort(nodes.Cast<InterfaceTypeNode>().SelectMany(node => node.Fields))),
            UnionTypeNode => new UnionTypeDefinitionNode(location, description, name, directives, Names<UnionTypeNode>(nodes, node => node.Types)),
            EnumTypeNode => new EnumTypeDefinitionNode(
                location, description, name, directives, Sort(nodes.Cast<EnumTypeNode>().SelectMany(node => node.Values), value => value.Name.Value)),
            InputObjectTypeNode => new InputObjectTypeDefinitionNode(
                location, description, name, directives, Sort(nodes.Cast<InputObjectTypeNode>().SelectMany(node => node.Fields))),
            _ => throw new ArgumentException($"A {nodes[0].Kind} defines no type.", nameof(nodes)),
        };
    }

    private static ImmutableArray<NamedTypeNode> Names<T>(ImmutableArray<TypeDefinitionNode> nodes, Func<T, IEnumerable<NamedTypeNode>> names)
        where T : TypeDefinitionNode => Sort(nodes.Cast<T>().SelectMany(names), name => name.Name.Value);

    private static ImmutableArray<FieldDefinitionNode> Sort(IEnumerable<FieldDefinitionNode> fields) => Sort(
        fields.Select(field => new FieldDefinitionNode(field.Location, field.Description, field.Name, Sort(field.Arguments), field.Type, field.Directives)),
        field => field.Name.Value);

    private static ImmutableArray<InputValueDefinitionNode> Sort(IEnumerable<InputValueDefinitionNode> inputs) => Sort(inputs, input => input.Name.Value);

    private static ImmutableArray<T> Sort<T>(IEnumerable<T> nodes, Func<T, string> name) => [.. nodes.OrderBy(name, NaturalOrder.Instance)];
}
