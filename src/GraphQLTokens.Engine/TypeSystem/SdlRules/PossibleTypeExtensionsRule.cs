using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.SdlRules;

/// <summary>Sections 3.5.6 to 3.10.2: an extension extends a type that the text defines, and of its own kind.</summary>
internal sealed class PossibleTypeExtensionsRule(SdlRuleContext context) : SdlRule(context)
{
    public override void CheckType(TypeDefinitionNode node)
    {
        if (node is not IExtensionNode)
            return;
        if (!Context.Types.TryGetValue(node.Name.Value, out var definition))
            Faults.Report($"Cannot extend type \"{node.Name}\" because it is not defined.", node.Name);
        else if (KindOf(definition) != KindOf(node))
            Faults.Report($"Cannot extend non-{KindOf(node)} type \"{node.Name}\".", definition, node);
    }

    private static string KindOf(TypeDefinitionNode node) => node switch
    {
        ScalarTypeNode => "scalar",
        ObjectTypeNode => "object",
        InterfaceTypeNode => "interface",
        UnionTypeNode => "union",
        EnumTypeNode => "enum",
        InputObjectTypeNode => "input object",
        _ => throw new ArgumentException($"A {node.Kind} is no type.", nameof(node)),
    };
}
