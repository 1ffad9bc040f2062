using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.SdlRules;

/// <summary>Section 5.6.3 for schemas: an object gives no field twice.</summary>
internal sealed class UniqueInputFieldNamesRule(SdlRuleContext context) : SdlRule(context)
{
    public override void CheckObject(ObjectValueNode node)
    {
        var seen = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var name in node.Fields.Select(field => field.Name))
        {
            if (!seen.TryAdd(name.Value, name))
                Faults.Report($"There can be only one input field named \"{name}\".", seen[name.Value], name);
        }
    }
}
