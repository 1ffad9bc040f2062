using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SchemaRules;

/// <summary>
/// Section 3.10, circular references: an input object does not need itself, directly or through others, by fields that are all non-null; no
/// finite value would do. A list breaks the chain, since it may be empty.
/// </summary>
internal sealed class InputObjectCycleRule
{
    private readonly SchemaRuleContext context;
    private readonly HashSet<InputObjectType> visited = [];
    private readonly List<InputObjectType> ancestors = [];
    private readonly List<InputValueDefinition> path = [];

    private InputObjectCycleRule(SchemaRuleContext context) => this.context = context;

    public static void Check(SchemaRuleContext context)
    {
        var rule = new InputObjectCycleRule(context);
        foreach (var type in context.OwnTypes.OfType<InputObjectType>())
            rule.Visit(type);
    }

    // Each type is entered once, so each cycle is reported once; the depth is bounded by the number of types.
    private void Visit(InputObjectType type)
    {
        if (!visited.Add(type))
            return;
        ancestors.Add(type);
        foreach (var field in type.Fields)
        {
            if (field.Type is not NonNullType { OfType: InputObjectType needed })
                continue;
            path.Add(field);
            if (ancestors.IndexOf(needed) is >= 0 and var start)
                Report(needed, path[start..]);
            else
                Visit(needed);
            path.RemoveAt(path.Count - 1);
        }

        ancestors.RemoveAt(ancestors.Count - 1);
    }

    private void Report(InputObjectType type, List<InputValueDefinition> cycle)
    {
        var names = string.Join('.', cycle.Select(field => field.Name));
        context.Report(
            $"Cannot reference Input Object \"{type}\" within itself through a series of non-null fields: \"{names}\".",
            cycle.Select(field => field.Node));
    }
}
