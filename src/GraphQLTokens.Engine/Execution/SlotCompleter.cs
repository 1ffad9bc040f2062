using System.Collections;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Execution.Plans;
using GraphQLTokens.Engine.Execution.Results;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Execution;

/// <summary>CompleteValue (section 6.4.3): a resolved value, made into what its type says, goes into its slot of the response.</summary>
internal sealed class SlotCompleter(OperationRun run)
{
    /// <summary>Completes the value of a field. False where null has to take the place of the object around it.</summary>
    public bool Complete(ResultNode target, int slot, FieldPlan field, object? value)
    {
        try
        {
            return Complete(target, slot, field.Type, field, value);
        }
#pragma warning disable CA1031 // A list or a property that throws while it is read is a field error like any other.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return Fail(target, slot, field.Type, field, run.Unexpected.Mask(exception, target.PathOf(slot)));
        }
    }

    /// <summary>Whether a late value still has a place: null may have taken that of an object around it.</summary>
    public bool IsWanted(ResultNode target) => run.Root is not null && target.IsAttached;

    private bool Complete(ResultNode target, int slot, GraphQLType type, FieldPlan field, object? value)
    {
        if (value is null)
        {
            return !type.IsNonNull
                || Fail(target, slot, type, field, new GraphQLError($"Cannot return null for non-nullable field {field.Binding.QualifiedName}."));
        }

        return type.NullableType switch
        {
            ListType list => CompleteList(target, slot, type, list, field, value),
            ScalarType or EnumType => CompleteLeaf(target, slot, type, field, value),
            _ => CompleteObject(target, slot, type, field, value),
        };
    }

    private bool CompleteLeaf(ResultNode target, int slot, GraphQLType type, FieldPlan field, object value)
    {
        try
        {
            target.Slots[slot] = field.Binding.Leaf!.Serialize(value);
            return true;
        }
        catch (GraphQLException refusal)
        {
            return Fail(target, slot, type, field, refusal.Error);
        }
    }

    private bool CompleteList(ResultNode target, int slot, GraphQLType type, ListType list, FieldPlan field, object value)
    {
        if (value is string or not IEnumerable)
            return Fail(target, slot, type, field, new GraphQLError($"Expected Iterable, but did not find one for field \"{field.Binding.QualifiedName}\"."));

        var items = value as IList ?? ((IEnumerable)value).Cast<object?>().ToList();
        var node = new ResultList(target, slot, type.IsNonNull, items.Count);
        target.Slots[slot] = node;
        for (var index = 0; index < node.Slots.Length; index++)
        {
            // An item may be an error of its own, for lists of which single places fail.
            var item = items[index];
            var holds = item is GraphQLException failure
                ? Fail(node, index, list.ItemType, field, failure.Error)
                : Complete(node, index, list.ItemType, field, item);
            if (!holds)
                return Nullify(target, slot, type);
        }

        return true;
    }

    private bool CompleteObject(ResultNode target, int slot, GraphQLType type, FieldPlan field, object value)
    {
        if (!run.Executable.TryBind(field.Binding, value, out var binding, out var error)
            || (error = binding.Judge(value, run.Request.Caller)) is not null)
        {
            return Fail(target, slot, type, field, error!);
        }

        var selection = field.SelectionFor(binding);
        if (selection.Refusal is { } refusal)
            return FailAt(refusal.Locations, target, slot, type, refusal);
        var node = new ResultObject(target, slot, type.IsNonNull, selection);
        target.Slots[slot] = node;
        return run.ExecuteFields(node, value) || Nullify(target, slot, type);
    }

    private bool Fail(ResultNode target, int slot, GraphQLType type, FieldPlan field, GraphQLError error) =>
        FailAt(field.Locations, target, slot, type, error);

    private bool FailAt(IReadOnlyList<SourceLocation> locations, ResultNode target, int slot, GraphQLType type, GraphQLError error)
    {
        run.AddError(error.At(target.PathOf(slot), locations));
        return Nullify(target, slot, type);
    }

    private static bool Nullify(ResultNode target, int slot, GraphQLType type)
    {
        target.Slots[slot] = null;
        return !type.IsNonNull;
    }
}
