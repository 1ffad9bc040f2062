using GraphQLTokens.Engine.TypeSystem.Scalars;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Execution.Binding;

/// <summary>What a product says about its schema: which class stands for which type, where resolvers are, what scalars and directives mean.</summary>
public sealed class SchemaBindings
{
    internal Dictionary<string, Scalar> Scalars { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, IDirectiveHandler> Directives { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Type> Types { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Type> Enums { get; } = new(StringComparer.Ordinal);

    internal List<(string TypeName, Type Class, object? Instance)> Resolvers { get; } = [];

    internal Dictionary<(Type From, Type To), Func<object, object>> Converters { get; } = [];

    internal Type? OptionalType { get; private set; }

    internal Func<ObjectType, FieldDefinition, FieldDelegate?>? Fallback { get; private set; }

    internal Func<object, string?>? TypeNameOf { get; private set; }

    /// <summary>The coercion of a custom scalar.</summary>
    public SchemaBindings AddScalar(Scalar scalar)
    {
        Add(Scalars, scalar.Name, scalar);
        return this;
    }

    public SchemaBindings AddDirective(IDirectiveHandler handler)
    {
        Add(Directives, handler.Name, handler);
        return this;
    }

    /// <summary>
    /// Values of the object type are instances of <typeparamref name="T"/>; its public properties answer fields of the same name, case apart. Where a field is of an interface or a union,
    /// the class of a value says which object type it is: so bind classes there, each to one type.
    /// </summary>
    /// <exception cref="ArgumentException">The type is bound already.</exception>
    public SchemaBindings BindType<T>(string typeName)
        where T : class
    {
        Add(Types, typeName, typeof(T));
        return this;
    }

    /// <summary>The enum's values are those of <typeparamref name="T"/>, names compared without case and underscores.</summary>
    public SchemaBindings BindEnum<T>(string typeName)
        where T : struct, Enum
    {
        Add(Enums, typeName, typeof(T));
        return this;
    }

    /// <summary>The public methods of <typeparamref name="T"/> resolve the fields of that type that are named like them (a suffix "Async" apart).</summary>
    /// <param name="instance">Whose methods are called, by all requests and at the same time; null where all are static. Methods that it inherits resolve nothing.</param>
    public SchemaBindings AddResolvers<T>(string typeName, T? instance)
        where T : class => AddResolvers(typeName, typeof(T), instance);

    /// <inheritdoc cref="AddResolvers{T}(string, T)"/>
    public SchemaBindings AddResolvers(string typeName, Type resolvers, object? instance)
    {
        Resolvers.Add((typeName, resolvers, instance));
        return this;
    }

    /// <summary>Lets arguments of type <typeparamref name="TTo"/> stand where coercion gives a <typeparamref name="TFrom"/>. The function must accept every value of the GraphQL type.</summary>
    public SchemaBindings AddConverter<TFrom, TTo>(Func<TFrom, TTo> convert)
        where TFrom : notnull
        where TTo : notnull
    {
        Converters.Add((typeof(TFrom), typeof(TTo)), value => convert((TFrom)value));
        return this;
    }

    /// <summary>
    /// A generic struct with a constructor of one parameter, whose default means "not given": members of that type tell an absent argument
    /// from a null one.
    /// </summary>
    public SchemaBindings UseOptional(Type openGenericStruct)
    {
        OptionalType = openGenericStruct;
        return this;
    }

    /// <summary>Resolves what nothing else does; for schemas whose data is not made of classes.</summary>
    public SchemaBindings UseFallback(Func<ObjectType, FieldDefinition, FieldDelegate?> resolve, Func<object, string?> typeNameOf)
    {
        Fallback = resolve;
        TypeNameOf = typeNameOf;
        return this;
    }

    private static void Add<T>(Dictionary<string, T> bound, string name, T value)
    {
        if (!bound.TryAdd(name, value))
            throw new ArgumentException($"{name} is bound twice, first to {bound[name]}.");
    }
}
