using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SchemaRules;

/// <summary>
/// Sections 3.6 and 3.7, type validation, on the list of interfaces: each is an interface and another type, stands there once, and brings the
/// interfaces that it implements itself.
/// </summary>
internal static class InterfaceRule
{
    public static void Check(SchemaRuleContext context)
    {
        foreach (var type in context.OwnTypes.OfType<IFieldsType>())
        {
            foreach (var name in ImplementsNodes(type).Select(node => node.Name.Value).Distinct(StringComparer.Ordinal))
                Check(context, type, context.Schema.Types[name]);
        }
    }

    private static void Check(SchemaRuleContext context, IFieldsType type, NamedType implemented)
    {
        var nodes = ImplementsNodes(type, implemented).ToList();
        if (implemented is not InterfaceType @interface)
        {
            context.Report($"Type {type.Name} must only implement Interface types, it cannot implement {implemented}.", nodes);
            return;
        }

        if (ReferenceEquals(type, @interface))
        {
            context.Report($"Type {type.Name} cannot implement itself because it would create a circular reference.", nodes);
            return;
        }

        if (nodes.Count > 1)
            context.Report($"Type {type.Name} can only implement {@interface} once.", nodes);
        foreach (var inherited in @interface.Interfaces.Where(inherited => !type.Interfaces.Contains(inherited)))
        {
            context.Report(
                ReferenceEquals(inherited, type)
                    ? $"Type {type.Name} cannot implement {@interface} because it would create a circular reference."
                    : $"Type {type.Name} must implement {inherited} because it is implemented by {@interface}.",
                ImplementsNodes(@interface, inherited).Concat(nodes));
        }
    }

    private static IEnumerable<NamedTypeNode> ImplementsNodes(IFieldsType type, NamedType implemented) =>
        ImplementsNodes(type).Where(node => node.Name.Value == implemented.Name);

    private static IEnumerable<NamedTypeNode> ImplementsNodes(IFieldsType type) => ((NamedType)type).Nodes.SelectMany(node => node switch
    {
        ObjectTypeNode @object => @object.Interfaces,
        InterfaceTypeNode @interface => @interface.Interfaces,
        _ => [],
    });
}
