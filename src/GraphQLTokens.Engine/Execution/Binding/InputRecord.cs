using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Execution.Binding;

/// <summary>
/// An input object as a record: each field fills the constructor's parameter, or else the property, of its name. A property whose field is
/// absent keeps what its initialiser says.
/// </summary>
internal sealed class InputRecord
{
    private readonly InputObjectType input;
    private readonly ConstructorInfo constructor;
    private readonly List<(int Slot, Func<object?, object?> Convert)> parameters = [];
    private readonly List<(int Slot, PropertyInfo Property, Func<object?, object?> Convert)> properties = [];

    private InputRecord(InputObjectType input, ConstructorInfo constructor)
    {
        this.input = input;
        this.constructor = constructor;
    }

    /// <param name="fault">What does not fit; null where all does.</param>
    public static Func<object, object>? Bind(InputConverters converters, InputObjectType input, Type target, string place, out string? fault)
    {
        if (target.GetConstructors() is not [var constructor])
        {
            fault = $"{place} is of type {input.Name}, but {target.Name} does not have one public constructor to fill.";
            return null;
        }

        var record = new InputRecord(input, constructor);
        fault = record.BindParameters(converters) ?? record.BindProperties(converters, target);
        return fault is null ? record.Compile(target) : null;
    }

    private string? BindParameters(InputConverters converters)
    {
        foreach (var parameter in constructor.GetParameters())
        {
            if (FieldOf(parameter.Name!) is not { } field)
                return $"{constructor.DeclaringType!.Name}.{parameter.Name} stands for no field of {input.Name}.";
            if (converters.ForParameter(parameter, field, $"{input.Name}.{field.Name}", out var fault) is not { } convert)
                return fault;
            parameters.Add((input.Fields.IndexOf(field.Name), convert));
        }

        return null;
    }

    private string? BindProperties(InputConverters converters, Type target)
    {
        foreach (var property in target.GetProperties().Where(property => property.CanWrite && !IsParameter(property.Name)))
        {
            if (FieldOf(property.Name) is not { } field)
            {
                // A member that other doors fill may stand for nothing here, but not one that must be given.
                if (property.GetCustomAttribute<RequiredMemberAttribute>() is not null)
                    return $"{target.Name}.{property.Name} stands for no field of {input.Name}.";
                continue;
            }

            if (converters.ForProperty(property, field, input.IsOneOf, $"{input.Name}.{field.Name}", out var fault) is not { } convert)
                return fault;
            properties.Add((input.Fields.IndexOf(field.Name), property, convert));
        }

        var unread = input.Fields.FirstOrDefault(field => !IsParameter(field.Name) && !properties.Exists(bound => Same(bound.Property.Name, field.Name)));
        return unread is null ? null : $"{input.Name}.{unread.Name} would be ignored: {target.Name} has no member of that name.";
    }

    // Compiled, so that a request meets no reflection and a constructor's own exception comes through as it is.
    private Func<object, object> Compile(Type target)
    {
        var values = Expression.Parameter(typeof(object), "values");
        var slots = Expression.Convert(values, typeof(InputValues));
        var record = Expression.Variable(target, "record");
        var arguments = constructor.GetParameters().Select((parameter, index) => ValueOf(parameters[index], parameter.ParameterType));
        var body = new List<Expression> { Expression.Assign(record, Expression.New(constructor, arguments)) };
        foreach (var (slot, property, convert) in properties)
        {
            var isGiven = Expression.ReferenceNotEqual(SlotOf(slot), Expression.Field(null, typeof(InputValues), nameof(InputValues.Absent)));
            var assign = Expression.Assign(Expression.Property(record, property), ValueOf((slot, convert), property.PropertyType));
            body.Add(Expression.IfThen(isGiven, assign));
        }

        body.Add(Expression.Convert(record, typeof(object)));
        return Expression.Lambda<Func<object, object>>(Expression.Block([record], body), values).Compile();

        Expression SlotOf(int index) => Expression.Property(slots, ResolverMethods.Slot, Expression.Constant(index));

        Expression ValueOf((int Slot, Func<object?, object?> Convert) bound, Type type) =>
            Expression.Convert(Expression.Invoke(Expression.Constant(bound.Convert), SlotOf(bound.Slot)), type);
    }

    private InputValueDefinition? FieldOf(string name) => input.Fields.FirstOrDefault(field => Same(field.Name, name));

    private bool IsParameter(string name) => constructor.GetParameters().Any(parameter => Same(parameter.Name!, name));

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
