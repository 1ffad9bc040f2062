using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SchemaRules;

/// <summary>
/// Section 3.10, InputObjectDefaultValueHasCycle: the default of an input field does not need itself, directly or through the defaults that
/// it takes on for what it leaves out.
/// </summary>
internal sealed class DefaultValueCycleRule
{
    private readonly SchemaRuleContext context;
    private readonly Dictionary<InputValueDefinition, string> coordinates;
    private readonly HashSet<InputValueDefinition> visited = [];
    private readonly List<InputValueDefinition> path = [];

    private DefaultValueCycleRule(SchemaRuleContext context)
    {
        this.context = context;
        coordinates = context.InputValues().ToDictionary(input => input.Definition, input => input.Coordinate);
    }

    public static void Check(SchemaRuleContext context)
    {
        var rule = new DefaultValueCycleRule(context);
        foreach (var field in context.OwnTypes.OfType<InputObjectType>().SelectMany(type => type.Fields))
            rule.VisitDefault(field);
    }

    private void VisitDefault(InputValueDefinition field)
    {
        if (field.DefaultValueNode is null || field.Type.Named is not InputObjectType type)
            return;
        if (path.IndexOf(field) is >= 0 and var start)
            Report(path[start..]);
        if (!visited.Add(field))
            return;
        path.Add(field);
        VisitValue(field.DefaultValueNode, type);
        path.RemoveAt(path.Count - 1);
    }

    private void VisitValue(ValueNode literal, InputObjectType type)
    {
        if (literal is ListValueNode list)
        {
            foreach (var item in list.Values)
                VisitValue(item, type);
        }
        else if (literal is ObjectValueNode value)
        {
            foreach (var field in type.Fields)
            {
                var given = value.Fields.FirstOrDefault(given => given.Name.Value == field.Name)?.Value;
                if (given is null)
                    VisitDefault(field);
                else if (field.Type.Named is InputObjectType inner)
                    VisitValue(given, inner);
            }
        }
    }

    private void Report(List<InputValueDefinition> cycle)
    {
        var via = cycle.Count == 1 ? "" : $" via the default values of: {string.Join(", ", cycle.Skip(1).Select(field => coordinates[field]))}";
        context.Report(
            $"Invalid circular reference. The default value of Input Object field {coordinates[cycle[0]]} references itself{via}.",
            cycle.Select(field => field.DefaultValueNode));
    }
}
