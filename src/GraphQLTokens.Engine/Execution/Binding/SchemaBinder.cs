using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Introspection;
using GraphQLTokens.Engine.TypeSystem.Types;
using GraphQLTokens.Engine.Validation.Limits.Cost;

namespace GraphQLTokens.Engine.Execution.Binding;

/// <summary>
/// Joins a schema and the code behind it, once, at start-up. Everything that reflection has to find out is found out here; what does not
/// fit is listed, place by place, and nothing starts.
/// </summary>
internal sealed class SchemaBinder
{
    private readonly Schema schema;
    private readonly SchemaBindings bindings;
    private readonly List<string> faults = [];
    private readonly Dictionary<string, ObjectBinding> objects;
    private readonly ResolverMethods methods;
    private readonly LeafSerializers leaves;
    private readonly DirectiveBinder directives;

    private SchemaBinder(Schema schema, SchemaBindings bindings)
    {
        this.schema = schema;
        this.bindings = bindings;
        objects = schema.Types.OfType<ObjectType>().ToDictionary(type => type.Name, type => new ObjectBinding(type), StringComparer.Ordinal);
        leaves = new LeafSerializers(schema, bindings, faults);
        methods = new ResolverMethods(schema, bindings, new InputConverters(bindings, leaves), faults);
        directives = new DirectiveBinder(bindings, faults);
    }

    /// <exception cref="SchemaBindingException">With every place that does not fit.</exception>
    public static ExecutableSchema Bind(Schema schema, SchemaBindings bindings)
    {
        var binder = new SchemaBinder(schema, bindings);
        foreach (var binding in binder.objects.Values)
            binder.Bind(binding);
        binder.methods.ReportUnused();
        binder.directives.CheckElsewhere(schema);
        var costs = CostModel.Create(schema, binder.faults);
        if (binder.faults.Count > 0)
            throw new SchemaBindingException(binder.faults);
        return new ExecutableSchema(schema, costs, binder.objects, bindings.TypeNameOf ?? new TypeNames(bindings).Of);
    }

    private void Bind(ObjectBinding binding)
    {
        foreach (var field in binding.Type.Fields)
            Add(binding, field, ResolverOf(binding.Type, field), isMeta: binding.Type.IsBuiltIn);
        binding.Guards = directives.GuardsOf(binding.Type);
        Add(binding, MetaFields.TypeName, (_ => new ValueTask<object?>(binding.Type.Name), _ => binding.Type.Name), isMeta: true);
        if (!ReferenceEquals(binding.Type, schema.QueryType))
            return;
        Add(binding, schema.Meta.Schema, (Introspect(IntrospectionResolvers.ForSchema), null), isMeta: true);
        Add(binding, schema.Meta.Type, (Introspect(IntrospectionResolvers.ForType), null), isMeta: true);
    }

    private void Add(ObjectBinding owner, FieldDefinition field, (FieldDelegate? Resolve, Func<object, object?>? Property) found, bool isMeta)
    {
        if (found.Resolve is null)
        {
            faults.Add($"{owner.Type.Name}.{field.Name} has no resolver.");
            return;
        }

        var links = isMeta ? [] : directives.LinksOf(owner.Type, field);
        var chain = links.Reverse().Aggregate(found.Resolve, (next, link) => context => link(context, next));
        var isSource = !isMeta && ReferenceEquals(owner.Type, schema.SubscriptionType);
        owner.Fields.Add(field.Name, new FieldBinding(
            field,
            $"{owner.Type.Name}.{field.Name}",
            isSource ? EventItself : chain,
            isSource ? @event => @event : links.Length == 0 ? found.Property : null,
            isSource ? chain : null,
            OutputShape.Of(field.Type),
            leaves.For(field.Type.Named),
            field.Type.Named is ObjectType type ? objects[type.Name] : null));
    }

    // ExecuteSubscriptionEvent (section 6.2.3.2): the event is the value of the one root field.
    private static ValueTask<object?> EventItself(ResolverContext context) => new(context.Parent);

    private (FieldDelegate? Resolve, Func<object, object?>? Property) ResolverOf(ObjectType type, FieldDefinition field)
    {
        if (type.IsBuiltIn)
            return (Introspect(IntrospectionResolvers.For(type.Name, field.Name)), null);
        if (methods.Find(type, field) is { } method)
            return (method, null);
        if (methods.FindProperty(type, field) is { } property)
            return (context => new ValueTask<object?>(property(context.Parent!)), property);
        return (bindings.Fallback?.Invoke(type, field), null);
    }

    private FieldDelegate Introspect(IntrospectionResolver resolve) =>
        context => new ValueTask<object?>(resolve(schema, context.Parent, context.Arguments));
}
