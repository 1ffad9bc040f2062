using System.Collections;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Execution.Plans;
using GraphQLTokens.Engine.Execution.Results;

namespace GraphQLTokens.Engine.Execution;

/// <summary>
/// CompleteValue (section 6.4.3): a resolved value, made into what its type says, goes into its slot of the response. Whatever goes wrong is
/// the error of the very place where it went wrong: of an item, not of its list.
/// </summary>
internal sealed class SlotCompleter(OperationRun run)
{
    /// <summary>Completes the value of a field. False where null has to take the place of the object around it.</summary>
    /// <exception cref="OperationCanceledException">The operation is given up.</exception>
    public bool Complete(ResultNode target, int slot, FieldPlan field, object? value) => Complete(target, slot, field.Binding.Shape, field, value);

    /// <summary>Whether a late value still has a place: null may have taken that of an object around it.</summary>
    public bool IsWanted(ResultNode target) => run.Root is not null && target.IsAttached;

    // As deep as the schema nests lists and the document nests selections: both are bounded.
    private bool Complete(ResultNode target, int slot, OutputShape shape, FieldPlan field, object? value)
    {
        if (value is null)
        {
            return !shape.IsNonNull
                || run.Fail(target, slot, isNonNull: true, field, new GraphQLError($"Cannot return null for non-nullable field {field.Binding.QualifiedName}."));
        }

        if (shape.Item is { } item)
            return CompleteList(target, slot, shape, item, field, value);
        return field.Binding.Leaf is { } leaf ? CompleteLeaf(target, slot, shape, field, leaf, value) : CompleteObject(target, slot, shape, field, value);
    }

#pragma warning disable CA1031 // A value that throws while it is read is a field error like any other (section 6.4.4).
    private bool CompleteLeaf(ResultNode target, int slot, OutputShape shape, FieldPlan field, LeafSerializer leaf, object value)
    {
        object result;
        try
        {
            result = leaf.Serialize(value);
        }
        catch (Exception exception)
        {
            return run.Fail(target, slot, shape.IsNonNull, field, exception);
        }

        target.Slots[slot] = result;
        run.Size.AddLeaf(result);
        return true;
    }

    private bool CompleteList(ResultNode target, int slot, OutputShape shape, OutputShape itemShape, FieldPlan field, object value)
    {
        if (value is string or not IEnumerable)
        {
            return run.Fail(
                target, slot, shape.IsNonNull, field, new GraphQLError($"Expected Iterable, but did not find one for field \"{field.Binding.QualifiedName}\"."));
        }

        try
        {
            var items = value as IList ?? ((IEnumerable)value).Cast<object?>().ToList();
            var node = new ResultList(target, slot, shape.IsNonNull, items.Count);
            target.Slots[slot] = node;
            for (var index = 0; index < node.Slots.Length; index++)
            {
                // An item may be an error of its own, for lists of which single places fail.
                var item = items[index];
                var holds = item is GraphQLException failure
                    ? run.Fail(node, index, itemShape.IsNonNull, field, failure.Error)
                    : Complete(node, index, itemShape, field, item);
                if (!holds)
                    return Nullify(target, slot, shape);
            }

            return true;
        }
        catch (Exception exception) when (!run.IsCancellation(exception))
        {
            return run.Fail(target, slot, shape.IsNonNull, field, exception);
        }
    }

    private bool CompleteObject(ResultNode target, int slot, OutputShape shape, FieldPlan field, object value)
    {
        ResultObject node;
        try
        {
            if (!run.Executable.TryBind(field.Binding, value, out var binding, out var error)
                || (error = binding.Judge(value, run.Request.Caller)) is not null)
            {
                return run.Fail(target, slot, shape.IsNonNull, field, error!);
            }

            var selection = field.SelectionFor(binding);
            if (selection.Refusal is { } refusal)
                return run.Fail(target, slot, shape.IsNonNull, field, refusal);
            node = new ResultObject(target, slot, shape.IsNonNull, selection);
        }
        catch (Exception exception)
        {
            return run.Fail(target, slot, shape.IsNonNull, field, exception);
        }

        target.Slots[slot] = node;
        return run.ExecuteFields(node, value) || Nullify(target, slot, shape);
    }
#pragma warning restore CA1031

    private static bool Nullify(ResultNode target, int slot, OutputShape shape)
    {
        target.Slots[slot] = null;
        return !shape.IsNonNull;
    }
}
