using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.SdlRules;

/// <summary>Sections 3.6, 3.7, 3.10: no two fields of a type and its extensions share a name.</summary>
internal sealed class UniqueFieldDefinitionNamesRule(SdlRuleContext context) : SdlRule(context)
{
    private readonly Dictionary<(string Type, string Field), NameNode> seen = [];

    public override void CheckType(TypeDefinitionNode node)
    {
        foreach (var name in FieldNames(node))
        {
            var key = (node.Name.Value, name.Value);
            if (!seen.TryAdd(key, name))
                Faults.Report($"Field \"{node.Name}.{name}\" can only be defined once.", seen[key], name);
        }
    }

    private static IEnumerable<NameNode> FieldNames(TypeDefinitionNode node) => node switch
    {
        ObjectTypeNode type => type.Fields.Select(field => field.Name),
        InterfaceTypeNode type => type.Fields.Select(field => field.Name),
        InputObjectTypeNode type => type.Fields.Select(field => field.Name),
        _ => [],
    };
}
