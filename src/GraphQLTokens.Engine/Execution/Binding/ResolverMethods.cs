using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Execution.Binding;

/// <summary>Finds the method or property behind a field and compiles the call, so that a request meets no reflection.</summary>
internal sealed class ResolverMethods
{
    /// <summary>The indexer of <see cref="InputValues"/> by slot.</summary>
    public static readonly PropertyInfo Slot = typeof(InputValues).GetProperty("Item", typeof(object), [typeof(int)])!;

    private readonly Schema schema;
    private readonly SchemaBindings bindings;
    private readonly InputConverters converters;
    private readonly List<string> faults;
    private readonly Dictionary<(string Type, string Field), (MethodInfo Method, object? Instance)> methods = new(FieldNames.Comparer);
    private readonly HashSet<(string Type, string Field)> used = new(FieldNames.Comparer);

    public ResolverMethods(Schema schema, SchemaBindings bindings, InputConverters converters, List<string> faults)
    {
        this.schema = schema;
        this.bindings = bindings;
        this.converters = converters;
        this.faults = faults;
        foreach (var (typeName, @class, instance) in bindings.Resolvers)
        {
            foreach (var method in @class.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(IsResolver))
            {
                if (!methods.TryAdd((typeName, FieldNames.Of(method)), (method, instance)))
                    faults.Add($"{typeName}.{FieldNames.Of(method)} has two resolvers, one of them {@class.Name}.{method.Name}.");
            }
        }

        foreach (var name in bindings.Types.Keys.Where(name => !schema.Types.TryGet(name, out var type) || type is not ObjectType))
            faults.Add($"The schema has no object type {name} to bind.");
    }

    public FieldDelegate? Find(ObjectType type, FieldDefinition field)
    {
        if (!methods.TryGetValue((type.Name, field.Name), out var found))
            return null;
        used.Add((type.Name, field.Name));
        var place = $"{found.Method.DeclaringType!.Name}.{found.Method.Name}";
        if (found.Method.ReturnType == typeof(void) || found.Method.ReturnType == typeof(Task) || found.Method.ReturnType == typeof(ValueTask))
        {
            faults.Add($"{field}: {place} returns nothing.");
            return Unbound;
        }

        if (found.Method.IsGenericMethodDefinition || found.Method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef))
        {
            faults.Add($"{field}: {place} is generic or has parameters by reference, which nothing could fill.");
            return Unbound;
        }

        if (!found.Method.IsStatic && found.Instance is null)
        {
            faults.Add($"{field}: {place} is no static method, and no instance was given to call it on.");
            return Unbound;
        }

        if (ReferenceEquals(type, schema.SubscriptionType))
            OutputTypes.CheckSource(field, ResultOf(found.Method.ReturnType), bindings, faults);
        else
            OutputTypes.Check(field, ResultOf(found.Method.ReturnType), bindings, faults);
        return Compile(type, field, found.Method, found.Instance);
    }

    /// <summary>The property of the bound class that has the field's name, as a function of the parent.</summary>
    public Func<object, object?>? FindProperty(ObjectType type, FieldDefinition field)
    {
        if (!bindings.Types.TryGetValue(type.Name, out var owner) || field.Arguments.Count > 0)
            return null;
        var property = PropertyOf(owner, field.Name);
        if (property?.GetMethod is null)
            return null;
        OutputTypes.Check(field, property.PropertyType, bindings, faults);
        var parent = Expression.Parameter(typeof(object), "parent");
        var value = Expression.Property(Expression.Convert(parent, owner), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), parent).Compile();
    }

    /// <summary>
    /// The nearest one of that name. Reflection by itself finds two where one hides another of a different type, and none that an interface inherits; an indexer is
    /// called Item and answers no field.
    /// </summary>
    private static PropertyInfo? PropertyOf(Type owner, string name)
    {
        for (var at = owner; at is not null; at = at.BaseType)
        {
            var own = Array.FindAll(
                at.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly),
                property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase) && property.GetIndexParameters().Length == 0);
            if (own.Length > 0)
                return Array.Find(own, property => property.Name == name) ?? own[0];
        }

        return owner.IsInterface ? owner.GetInterfaces().Select(inherited => PropertyOf(inherited, name)).FirstOrDefault(property => property is not null) : null;
    }

    public void ReportUnused()
    {
        foreach (var (key, (method, _)) in methods)
        {
            if (!used.Contains(key))
                faults.Add($"{method.DeclaringType!.Name}.{method.Name} resolves {key.Type}.{key.Field}, which the schema does not have.");
        }
    }

    // Not what every object has, what records are given, and how an instance is disposed of.
    private static bool IsResolver(MethodInfo method) =>
        !method.IsSpecialName
        && method.GetBaseDefinition().DeclaringType != typeof(object)
        && !method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && !(method.Name is nameof(IDisposable.Dispose) or nameof(IAsyncDisposable.DisposeAsync) && method.GetParameters().Length == 0);

    // Stands in for what is at fault already, so that it is named once.
    private static ValueTask<object?> Unbound(ResolverContext context) => default;

    private FieldDelegate Compile(ObjectType type, FieldDefinition field, MethodInfo method, object? instance)
    {
        var context = Expression.Parameter(typeof(ResolverContext), "context");
        var unread = field.Arguments.Select(argument => argument.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var values = new List<Expression>();
        foreach (var parameter in method.GetParameters())
            values.Add(ValueFor(parameter, type, field, context, unread));
        foreach (var argument in unread)
            faults.Add($"{field}({argument}:) would be ignored: {method.DeclaringType!.Name}.{method.Name} has no parameter of that name.");

        var call = Expression.Call(method.IsStatic ? null : Expression.Constant(instance), method, values);
        return Expression.Lambda<FieldDelegate>(ResolverResult.Wrap(call), context).Compile();
    }

    private Expression ValueFor(ParameterInfo parameter, ObjectType type, FieldDefinition field, ParameterExpression context, HashSet<string> unread)
    {
        if (parameter.ParameterType == typeof(ResolverContext))
        {
            unread.Clear();
            return context;
        }

        if (parameter.ParameterType == typeof(CancellationToken))
            return Expression.Property(context, nameof(ResolverContext.CancellationToken));
        if (parameter.GetCustomAttribute<CallerAttribute>() is not null)
            return Expression.Convert(Expression.Property(context, nameof(ResolverContext.Caller)), parameter.ParameterType);
        if (parameter.GetCustomAttribute<ParentAttribute>() is not null)
        {
            if (!bindings.Types.TryGetValue(type.Name, out var parent) || !parameter.ParameterType.IsAssignableFrom(parent))
                faults.Add($"{field}: the parent is no {TypeText.Of(parameter.ParameterType)}.");
            return Expression.Convert(Expression.Property(context, nameof(ResolverContext.Parent)), parameter.ParameterType);
        }

        var argument = field.Arguments.FirstOrDefault(argument => string.Equals(argument.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));
        if (argument is null)
        {
            faults.Add($"{field}: the parameter {parameter.Name} of {parameter.Member.DeclaringType!.Name}.{parameter.Member.Name} stands for no argument.");
            return Expression.Default(parameter.ParameterType);
        }

        unread.Remove(argument.Name);
        var convert = converters.ForParameter(parameter, argument, $"{field}({argument.Name}:)", out var fault);
        if (convert is null)
        {
            faults.Add(fault!);
            return Expression.Default(parameter.ParameterType);
        }

        var slots = Expression.Property(context, nameof(ResolverContext.Arguments));
        var slot = Expression.Property(slots, Slot, Expression.Constant(field.Arguments.IndexOf(argument.Name)));
        return Expression.Convert(Expression.Invoke(Expression.Constant(convert), slot), parameter.ParameterType);
    }

    private static Type ResultOf(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? type.GetGenericArguments()[0]
            : type;
}
