using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.Printing;

/// <summary>Definitions with what they hold in the order of names. Directives keep their order: it can matter.</summary>
internal static class SortedDefinitions
{
    public static DirectiveDefinitionNode Of(DirectiveDefinitionNode node) => new(
        node.Location, node.Description, node.Name, Sort(node.Arguments), node.IsRepeatable, Sort(node.Locations, location => location.Value));

    /// <summary>A definition and its extensions as one definition. Those of a scalar stay as they are: they hold nothing that has an order.</summary>
    public static ImmutableArray<TypeDefinitionNode> Of(ImmutableArray<TypeDefinitionNode> nodes) => nodes[0] is ScalarTypeNode ? nodes : [Merge(nodes)];

    private static TypeDefinitionNode Merge(ImmutableArray<TypeDefinitionNode> nodes)
    {
        var (at, description, name) = (nodes[0].Location, nodes[0].Description, nodes[0].Name);
        // What an extension may not say, and lenient reading passes over, its type must not say now.
        ImmutableArray<DirectiveNode> directives =
            [.. nodes[0].Directives, .. nodes.Skip(1).SelectMany(node => node.Directives).Where(directive => directive.Name.Value != BuiltInDirectives.OneOf)];
        switch (nodes[0])
        {
            case ObjectTypeNode:
                var objects = nodes.Cast<ObjectTypeNode>().ToList();
                return new ObjectTypeDefinitionNode(
                    at, description, name, directives, Sort(objects.SelectMany(node => node.Interfaces)), Sort(objects.SelectMany(node => node.Fields)));
            case InterfaceTypeNode:
                var interfaces = nodes.Cast<InterfaceTypeNode>().ToList();
                return new InterfaceTypeDefinitionNode(
                    at, description, name, directives, Sort(interfaces.SelectMany(node => node.Interfaces)), Sort(interfaces.SelectMany(node => node.Fields)));
            case UnionTypeNode:
                return new UnionTypeDefinitionNode(at, description, name, directives, Sort(nodes.Cast<UnionTypeNode>().SelectMany(node => node.Types)));
            case EnumTypeNode:
                var values = nodes.Cast<EnumTypeNode>().SelectMany(node => node.Values);
                return new EnumTypeDefinitionNode(at, description, name, directives, Sort(values, value => value.Name.Value));
            case InputObjectTypeNode:
                return new InputObjectTypeDefinitionNode(
                    at, description, name, directives, Sort(nodes.Cast<InputObjectTypeNode>().SelectMany(node => node.Fields)));
            default:
                throw new ArgumentException($"A {nodes[0].Kind} defines no type.", nameof(nodes));
        }
    }

    private static ImmutableArray<FieldDefinitionNode> Sort(IEnumerable<FieldDefinitionNode> fields) =>
        Sort(fields.Select(WithSortedArguments), field => field.Name.Value);

    private static FieldDefinitionNode WithSortedArguments(FieldDefinitionNode field) =>
        new(field.Location, field.Description, field.Name, Sort(field.Arguments), field.Type, field.Directives);

    private static ImmutableArray<InputValueDefinitionNode> Sort(IEnumerable<InputValueDefinitionNode> inputs) => Sort(inputs, input => input.Name.Value);

    private static ImmutableArray<NamedTypeNode> Sort(IEnumerable<NamedTypeNode> names) => Sort(names, name => name.Name.Value);

    private static ImmutableArray<T> Sort<T>(IEnumerable<T> nodes, Func<T, string> name) => [.. nodes.OrderBy(name, NaturalOrder.Instance)];
}
