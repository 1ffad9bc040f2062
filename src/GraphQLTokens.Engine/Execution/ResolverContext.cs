using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution.Batching;
using GraphQLTokens.Engine.Execution.Plans;
using GraphQLTokens.Engine.Execution.Results;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Execution;

/// <summary>What a resolver or a directive may know of the field that is being resolved. It lives as long as that.</summary>
public sealed class ResolverContext
{
    private readonly OperationRun run;
    private readonly ResultNode target;
    private readonly int slot;
    private readonly FieldPlan plan;

    internal ResolverContext(OperationRun run, ResultNode target, int slot, FieldPlan plan, object? parent, InputValues arguments)
    {
        this.run = run;
        this.target = target;
        this.slot = slot;
        this.plan = plan;
        Parent = parent;
        Arguments = arguments;
    }

    /// <summary>The value of the object that the field belongs to; null on root fields.</summary>
    public object? Parent { get; }

    /// <summary>Coerced, defaults filled in.</summary>
    public InputValues Arguments { get; }

    public FieldDefinition Field => plan.Binding.Field;

    public Schema Schema => run.Schema;

    /// <summary>Who asks: <see cref="GraphQLRequest.Caller"/>, as the transport gave it.</summary>
    public object? Caller => run.Request.Caller;

    /// <summary>Ends when the client has gone, or the request has taken too long.</summary>
    public CancellationToken CancellationToken => run.CancellationToken;

    /// <summary>The response position of this field.</summary>
    public ResponsePath Path => target.PathOf(slot);

    /// <summary>
    /// The names of the fields that the document asks for of the objects at the end of a path: through this field, then through each field named. In every
    /// place, by whatever alias; none where the path is not asked for. For resolvers that read no more than that.
    /// </summary>
    /// <exception cref="InvalidOperationException">A field on the way is of an abstract type, or of none with fields.</exception>
    public IEnumerable<string> FieldsAt(params IEnumerable<string> path)
    {
        IEnumerable<FieldPlan> asked = FieldsOf(plan);
        foreach (var name in path)
            asked = asked.Where(field => field.Binding.Field.Name == name).SelectMany(FieldsOf);
        return asked.Select(field => field.Binding.Field.Name);
    }

    /// <summary>
    /// Asks for one value; every key that is asked for on this level of the response goes into one call of the loader. A resolver that awaits
    /// something else first asks when it comes to it, and shares a call with whoever asks by then.
    /// </summary>
    /// <returns>The value, or default where the loader found none.</returns>
    public ValueTask<TValue?> LoadAsync<TKey, TValue>(BatchLoader<TKey, TValue> loader, TKey key)
        where TKey : notnull => run.Batches.LoadAsync(loader, key);

    private static FieldPlan[] FieldsOf(FieldPlan field) =>
        field.SelectionFor(field.Binding.Object ?? throw new InvalidOperationException($"{field.Binding.QualifiedName} is of no object type.")).Fields;
}
