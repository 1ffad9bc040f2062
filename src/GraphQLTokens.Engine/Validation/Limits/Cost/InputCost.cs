using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation.Limits.Cost;

/// <summary>
/// What arguments add to the field or directive that they are given to (Cost Directives, "Field Cost"): their weight, and the weights of the input
/// fields within, those in lists for each item. Values of variables are weighed once each, however often they are used.
/// </summary>
internal sealed class InputCost(CostModel model, IVariableValues variables)
{
    private Dictionary<string, double>? weighed;

    /// <summary>Whether any variable was looked at.</summary>
    public bool UsedVariables { get; private set; }

    public double Of(ImmutableArray<ArgumentNode> arguments, NamedList<InputValueDefinition> definitions)
    {
        var sum = 0.0;
        foreach (var argument in arguments)
            sum += Of(definitions[argument.Name.Value], argument.Value);
        return sum;
    }

    private double Of(InputValueDefinition definition, ValueNode value) =>
        value is VariableNode absent && !TryGet(absent, out _) ? 0 : model.Of(definition) + Within(definition.Type, value);

    private double Within(GraphQLType type, ValueNode value)
    {
        if (type.Named is not InputObjectType input)
            return 0;
        switch (value)
        {
            case VariableNode variable:
                weighed ??= new Dictionary<string, double>(StringComparer.Ordinal);
                if (!weighed.TryGetValue(variable.Name.Value, out var known))
                {
                    TryGet(variable, out var coerced);
                    weighed.Add(variable.Name.Value, known = Within(coerced));
                }

                return known;
            case ListValueNode list:
                var items = 0.0;
                foreach (var item in list.Values)
                    items += Within(type, item);
                return items;
            case ObjectValueNode literal:
                var fields = 0.0;
                foreach (var field in literal.Fields)
                    fields += Of(input.Fields[field.Name.Value], field.Value);
                return fields;
            default:
                return 0;
        }
    }

    private double Within(object? coerced)
    {
        var sum = 0.0;
        switch (coerced)
        {
            case object?[] items:
                foreach (var item in items)
                    sum += Within(item);
                break;
            case InputValues values:
                for (var index = 0; index < values.Definitions.Count; index++)
                {
                    if (!ReferenceEquals(values[index], InputValues.Absent))
                        sum += model.Of(values.Definitions[index]) + Within(values[index]);
                }

                break;
        }

        return sum;
    }

    private bool TryGet(VariableNode variable, out object? value)
    {
        UsedVariables = true;
        return variables.TryGet(variable.Name.Value, out value);
    }
}
