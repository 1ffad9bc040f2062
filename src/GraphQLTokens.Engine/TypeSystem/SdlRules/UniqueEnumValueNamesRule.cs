using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.SdlRules;

/// <summary>Section 3.9: no two values of an enum and its extensions share a name.</summary>
internal sealed class UniqueEnumValueNamesRule(SdlRuleContext context) : SdlRule(context)
{
    private readonly Dictionary<(string Type, string Value), NameNode> seen = [];

    public override void CheckType(TypeDefinitionNode node)
    {
        if (node is not EnumTypeNode type)
            return;
        foreach (var name in type.Values.Select(value => value.Name))
        {
            var key = (type.Name.Value, name.Value);
            if (!seen.TryAdd(key, name))
                Faults.Report($"Enum value \"{type.Name}.{name}\" can only be defined once.", seen[key], name);
        }
    }
}
