using System.Threading.Channels;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution.Batching;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Execution.Coercion;
using GraphQLTokens.Engine.Execution.Plans;
using GraphQLTokens.Engine.Execution.Results;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;

namespace GraphQLTokens.Engine.Execution;

/// <summary>
/// One operation being executed (section 6.2). All of its state is touched by one loop alone: what resolvers await elsewhere comes back
/// through a queue. When the queue is empty and fields still wait, a whole level has been reached, and the batches go out.
/// </summary>
internal sealed class OperationRun
{
    private static readonly Action Nothing = () => { };

    private readonly OperationPlan plan;
    private readonly SlotCompleter completer;
    private readonly Deadline deadline;
    private List<GraphQLError>? errors;
    private Channel<Action>? arrivals;
    private RequestBatches? batches;
    private int awaited;

    public OperationRun(OperationPlan plan, GraphQLRequest request, VariableValues variables, UnexpectedErrors unexpected, Deadline deadline, ResponseSize size)
    {
        this.plan = plan;
        this.deadline = deadline;
        Size = size;
        Request = request;
        Variables = variables;
        Unexpected = unexpected;
        Root = new ResultObject(null, 0, isNonNull: true, plan.Root);
        completer = new SlotCompleter(this);
    }

    public GraphQLRequest Request { get; }

    public VariableValues Variables { get; }

    public UnexpectedErrors Unexpected { get; }

    /// <summary>How much the response holds by now.</summary>
    public ResponseSize Size { get; }

    public CancellationToken CancellationToken => deadline.Token;

    public Schema Schema => plan.Schema;

    public ExecutableSchema Executable => plan.Executable;

    /// <summary>Made by whoever asks first, on whatever thread.</summary>
    public RequestBatches Batches => batches ?? Interlocked.CompareExchange(ref batches, new RequestBatches(this), null) ?? batches;

    /// <summary>`data`; null once an error has come up through non-null fields to the root.</summary>
    public ResultObject? Root { get; private set; }

    public async ValueTask<GraphQLResponse> ExecuteAsync(object? rootValue)
    {
        if (plan.Root.Refusal is { } refusal)
            return GraphQLResponse.Executed(null, [refusal]);
        try
        {
            if (plan.Operation.Operation == OperationKind.Mutation)
                await ExecuteSeriallyAsync(rootValue).ConfigureAwait(false);
            else if (!ExecuteFields(Root!, rootValue))
                Root = null;
            await ArriveAsync().ConfigureAwait(false);
        }
        finally
        {
            batches?.End();
        }

        return GraphQLResponse.Executed(Root, errors ?? []);
    }

    /// <summary>ResolveFieldEventStream (section 6.2.3.1): opens the source of the subscription's one root field. An error is at that field's path.</summary>
    public async ValueTask<(IAsyncEnumerable<object?>? Source, GraphQLError? Error)> OpenSourceAsync()
    {
        var field = plan.Root.Fields[0];
        try
        {
            if (!field.Arguments.TryGet(Variables, out var arguments, out var refusal))
                return (null, Located(Root!, 0, field, refusal!));
            var source = await field.Binding.Subscribe!(new ResolverContext(this, Root!, 0, field, parent: null, arguments)).ConfigureAwait(false);
            return ((IAsyncEnumerable<object?>)source!, null);
        }
        catch (GraphQLException expected)
        {
            return (null, Located(Root!, 0, field, expected.Error));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return (null, Located(Root!, 0, field, Unexpected.Mask(exception, Root!.PathOf(0))));
        }
    }

    /// <summary>ExecuteCollectedFields in any order (sections 6.3.3 and 6.3.4): starts every field. False where null has to take the object's place.</summary>
    public bool ExecuteFields(ResultObject target, object? source)
    {
        deadline.ThrowIfPassed();
        Size.Add(target.Plan.NameBytes);
        var fields = target.Plan.Fields;
        for (var slot = 0; slot < fields.Length; slot++)
        {
            if (!ExecuteField(target, slot, fields[slot], source))
                return false;
        }

        return true;
    }

    /// <summary>Hands work back to the loop; safe from any thread, once a field is awaited.</summary>
    public void Post(Action arrival) => arrivals!.Writer.TryWrite(arrival);

    /// <summary>Lets the loop look at the batches, where it may be waiting already; safe from any thread.</summary>
    public void Wake() => Volatile.Read(ref arrivals)?.Writer.TryWrite(Nothing);

    /// <summary>Whether the exception is that of this operation being given up, and nobody's error.</summary>
    public bool IsCancellation(Exception exception) => exception is OperationCanceledException && (deadline.HasPassed || Size.IsExceeded);

    /// <summary>Puts null and an error in a slot (section 6.4.4). False where null has to take the place of the node around it.</summary>
    public bool Fail(ResultNode target, int slot, bool isNonNull, FieldPlan field, Exception exception) => Fail(
        target, slot, isNonNull, field, exception is GraphQLException expected ? expected.Error : Unexpected.Mask(exception, target.PathOf(slot)));

    /// <inheritdoc cref="Fail(ResultNode, int, bool, FieldPlan, Exception)"/>
    public bool Fail(ResultNode target, int slot, bool isNonNull, FieldPlan field, GraphQLError error)
    {
        Size.AddError(error);
        (errors ??= []).Add(error.At(target.PathOf(slot), error.Locations.Count > 0 ? error.Locations : field.Locations));
        target.Slots[slot] = null;
        return !isNonNull;
    }

    // Section 6.2.2: each field of a mutation, and all below it, is finished before the next begins.
    private async ValueTask ExecuteSeriallyAsync(object? rootValue)
    {
        var fields = plan.Root.Fields;
        for (var slot = 0; slot < fields.Length && Root is not null; slot++)
        {
            deadline.ThrowIfPassed();
            if (!ExecuteField(Root, slot, fields[slot], rootValue))
                Root = null;
            await ArriveAsync().ConfigureAwait(false);
        }
    }

    /// <summary>ExecuteField (section 6.4). False where null has to take the place of the object around it.</summary>
    private bool ExecuteField(ResultObject target, int slot, FieldPlan field, object? source)
    {
        object? value;
        try
        {
            if (field.Binding.Property is { } property)
            {
                value = property(source!);
            }
            else
            {
                if (!field.Arguments.TryGet(Variables, out var arguments, out var refusal))
                    return Fail(target, slot, field.IsNonNull, field, refusal!);
                var pending = field.Binding.Resolve(new ResolverContext(this, target, slot, field, source, arguments));
                if (!pending.IsCompleted)
                {
                    Await(target, slot, field, pending);
                    return true;
                }

                value = pending.Result;
            }
        }
#pragma warning disable CA1031 // Whatever a resolver throws becomes an execution error (section 6.4.4).
        catch (Exception exception) when (!IsCancellation(exception))
#pragma warning restore CA1031
        {
            return Fail(target, slot, field.IsNonNull, field, exception);
        }

        return completer.Complete(target, slot, field, value);
    }

    private void Await(ResultObject target, int slot, FieldPlan field, ValueTask<object?> pending)
    {
        // Before anything can arrive, and by the loop, so that there is only one.
        if (arrivals is null)
            Volatile.Write(ref arrivals, Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true }));
        awaited++;
        _ = AwaitAsync(target, slot, field, pending);
    }

    private async Task AwaitAsync(ResultObject target, int slot, FieldPlan field, ValueTask<object?> pending)
    {
        try
        {
            var value = await pending.ConfigureAwait(false);
            Post(() => Arrive(target, completer.IsWanted(target) && !completer.Complete(target, slot, field, value)));
        }
#pragma warning disable CA1031 // As above, for what it throws later.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Post(() => Arrive(target, completer.IsWanted(target) && !Fail(target, slot, field.IsNonNull, field, exception)));
        }
    }

    private void Arrive(ResultNode target, bool nullPassesOn)
    {
        awaited--;
        if (nullPassesOn)
            Nullify(target);
    }

    // The loop: what has arrived first; then, when everything that runs is waiting, the batches.
    private async ValueTask ArriveAsync()
    {
        while (awaited > 0)
        {
            while (arrivals!.Reader.TryRead(out var arrival))
            {
                deadline.ThrowIfPassed();
                arrival();
            }

            if (awaited == 0)
                return;
            deadline.ThrowIfPassed();
            if (batches is not { IsReady: true })
                await arrivals.Reader.WaitToReadAsync(CancellationToken).ConfigureAwait(false);
            else
                batches.Dispatch();
        }
    }

    /// <summary>Null passes on to the parents until one of them may be null (section 6.4.4).</summary>
    private void Nullify(ResultNode node)
    {
        for (; node.Parent is { } parent; node = parent)
        {
            parent.Slots[node.Index] = null;
            if (!node.IsNonNull)
                return;
        }

        Root = null;
    }

    private static GraphQLError Located(ResultNode target, int slot, FieldPlan field, GraphQLError error) =>
        error.At(target.PathOf(slot), error.Locations.Count > 0 ? error.Locations : field.Locations);
}
