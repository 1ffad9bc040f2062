using System.Collections.Immutable;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation.Limits.Cost;

/// <summary>
/// Static analysis of an operation (Cost Directives, section 6.1.1): how many values of each type it can answer and how often each field can run, times
/// their weights. An upper bound: lists are as long as their arguments allow, fields count before equal ones are merged, and fragments on
/// several types count together. A selection is looked at once, or once more for each field with <c>sizedFields</c> that its fragment stands right under.
/// </summary>
internal sealed class CostWalk(CostModel model, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, CostLimits limits, IVariableValues variables)
{
    private readonly InputCost inputs = new(model, variables);
    private Dictionary<(string Fragment, ListSize? Sizing), SetCost>? known;
    private bool usedVariables;

    /// <summary>The first page that is too long, or slicing arguments that do not fit together.</summary>
    public GraphQLError? Fault { get; private set; }

    /// <summary>False where the cost is the same whatever the variables.</summary>
    public bool UsedVariables => usedVariables || inputs.UsedVariables;

    /// <summary>How many selections were looked at.</summary>
    public int Steps { get; private set; }

    public CostSum Of(OperationDefinitionNode operation)
    {
        var root = model.Schema.RootTypeOf(operation.Operation)!;
        return new CostSum(model.Of(root), 0) + Of(operation.SelectionSet, root, null).Fixed;
    }

    /// <param name="sizing">What the field right above says about the lists in this set.</param>
    private SetCost Of(SelectionSetNode set, NamedType parent, ListSize? sizing)
    {
        var sum = default(SetCost);
        foreach (var selection in set.Selections)
        {
            Steps++;
            if (!IsIncluded(selection.Directives))
                continue;
            sum += selection switch
            {
                FieldNode field => OfField(field, parent, sizing),
                InlineFragmentNode inline => Of(inline.SelectionSet, Type(inline.TypeCondition) ?? parent, sizing),
                FragmentSpreadNode spread => OfFragment(spread.Name.Value, sizing),
                _ => default,
            };
        }

        return sum;
    }

    private SetCost OfFragment(string name, ListSize? sizing)
    {
        known ??= [];
        if (!known.TryGetValue((name, sizing), out var cost))
        {
            var fragment = fragments[name];
            known.Add((name, sizing), cost = Of(fragment.SelectionSet, Type(fragment.TypeCondition)!, sizing));
        }

        return cost;
    }

    private SetCost OfField(FieldNode node, NamedType parent, ListSize? sizing)
    {
        var field = model.Of(model.Schema.FieldOf(parent, node.Name.Value)!);
        var size = field.ListSize is null ? (double?)null : Size(node, field.Definition, field.ListSize);
        var sizesFields = field.ListSize is { SizedFields.Count: > 0 };
        var below = node.SelectionSet is { } inner
            ? Of(inner, field.Definition.Type.Named, sizesFields ? field.ListSize : null).At(size ?? limits.DefaultListSize)
            : default;

        // Weights may be negative, for what makes a field cheaper; nothing is cheaper than free ("The Cost Directive", `weight`).
        var each = below with { Type = Math.Max(0, field.TypeWeight + below.Type) };
        var call = new CostSum(0, Math.Max(0, field.Weight + Arguments(node, field)));
        if (sizing?.SizedFields.Contains(node.Name.Value) == true)
            return new SetCost(call, each);
        return new SetCost(call + (Count(parent, field, sizesFields ? null : size) * each), default);
    }

    // Introspection's lists are as long as the schema is large, whoever asks: its own limit bounds how they multiply.
    private double Count(NamedType parent, FieldCost field, double? size) =>
        !field.IsList || parent.IsBuiltIn ? 1 : size ?? limits.DefaultListSize;

    private double Arguments(FieldNode node, FieldCost field)
    {
        var sum = field.HasWeighedArguments ? inputs.Of(node.Arguments, field.Definition.Arguments) : 0;
        foreach (var directive in node.Directives)
            sum += inputs.Of(directive.Arguments, model.Schema.DirectiveDefinitions[directive.Name.Value].Arguments);
        return sum;
    }

    private double? Size(FieldNode node, FieldDefinition field, ListSize listSize)
    {
        // Those inside of objects are met by the weights of their fields.
        usedVariables |= node.Arguments.Any(argument => argument.Value is VariableNode);
        var slicing = SlicingArguments.Read(node, field, listSize, variables);
        if (slicing.Size > limits.MaxPageSize)
            Fault ??= ListFaults.PageTooLong(node, field, limits.MaxPageSize, slicing.Size.Value);
        else if (listSize.RequireOneSlicingArgument && (slicing.Given > 1 || slicing.Size is null))
            Fault ??= ListFaults.NotOneArgument(node, field, listSize);
        return slicing.Size ?? listSize.AssumedSize;
    }

    private bool IsIncluded(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value is not (BuiltInDirectives.Skip or BuiltInDirectives.Include))
                continue;
            var condition = directive.Arguments[0].Value switch
            {
                BooleanValueNode constant => constant.Value,
                VariableNode variable => IsTrue(variable),
                _ => false,
            };
            if (condition == (directive.Name.Value == BuiltInDirectives.Skip))
                return false;
        }

        return true;
    }

    private bool IsTrue(VariableNode variable)
    {
        usedVariables = true;
        return variables.TryGet(variable.Name.Value, out var value) && value is true;
    }

    private NamedType? Type(NamedTypeNode? condition) => condition is null ? null : model.Schema.Types[condition.Name.Value];
}
