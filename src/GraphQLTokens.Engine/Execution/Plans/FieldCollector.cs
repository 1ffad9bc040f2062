using System.Collections.Immutable;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Execution.Plans;

/// <summary>
/// CollectFields (section 6.3.2) and the merging of selection sets (section 6.4.3): what the selections mean for one object type, with
/// <c>@skip</c> and <c>@include</c> decided. The first place that asks for a response name gives the field its position.
/// </summary>
internal ref struct FieldCollector
{
    private readonly OperationPlan operation;
    private readonly ObjectBinding type;
    private readonly List<ImmutableArray<FieldNode>.Builder> groups = [];
    private readonly Dictionary<string, ImmutableArray<FieldNode>.Builder> byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> visitedFragments = new(StringComparer.Ordinal);
    private GraphQLError? refusal;

    private FieldCollector(OperationPlan operation, ObjectBinding type)
    {
        this.operation = operation;
        this.type = type;
    }

    /// <summary>The plan of the operation's own selection set.</summary>
    public static SelectionSetPlan Collect(OperationPlan operation, ObjectBinding type, SelectionSetNode selections)
    {
        var collector = new FieldCollector(operation, type);
        collector.Add(selections);
        return collector.ToPlan();
    }

    /// <summary>The plan of everything that these places of one field select together.</summary>
    public static SelectionSetPlan Collect(OperationPlan operation, ObjectBinding type, ImmutableArray<FieldNode> fields)
    {
        var collector = new FieldCollector(operation, type);
        foreach (var field in fields)
        {
            if (field.SelectionSet is not null)
                collector.Add(field.SelectionSet);
        }

        return collector.ToPlan();
    }

    // As deep as fragments nest within one level: OperationDepth has bounded that.
    private void Add(SelectionSetNode selectionSet)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (refusal is not null)
                return;
            if (!operation.Includes(selection.Directives, out refusal))
                continue;
            switch (selection)
            {
                case FieldNode field:
                    AddField(field);
                    break;
                case InlineFragmentNode inline when inline.TypeCondition is null || Applies(inline.TypeCondition):
                    Add(inline.SelectionSet);
                    break;
                case FragmentSpreadNode spread when visitedFragments.Add(spread.Name.Value):
                    var fragment = operation.Document.Fragments[spread.Name.Value];
                    if (Applies(fragment.TypeCondition))
                        Add(fragment.SelectionSet);
                    break;
            }
        }
    }

    // DoesFragmentTypeApply (section 6.3.2).
    private readonly bool Applies(NamedTypeNode condition) =>
        operation.Schema.Types.TryGet(condition.Name.Value, out var named) && operation.Schema.IsPossibleType(named, type.Type);

    private readonly void AddField(FieldNode field)
    {
        var name = field.ResponseName;
        if (!byName.TryGetValue(name, out var nodes))
        {
            nodes = ImmutableArray.CreateBuilder<FieldNode>(1);
            byName.Add(name, nodes);
            groups.Add(nodes);
        }

        nodes.Add(field);
    }

    private readonly SelectionSetPlan ToPlan()
    {
        var fields = new FieldPlan[groups.Count];
        for (var index = 0; index < fields.Length; index++)
        {
            var nodes = groups[index].ToImmutable();
            fields[index] = new FieldPlan(operation, type.FieldOf(nodes[0].Name.Value), nodes);
        }

        operation.Document.NotePlanned(fields.Length);
        return new SelectionSetPlan(type, fields, refusal);
    }
}
