using System.Reflection;
using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Execution.Binding;

/// <summary>Builds, at start-up, the functions that make typed arguments out of coerced values.</summary>
internal sealed class InputConverters(SchemaBindings bindings, LeafSerializers leaves)
{
    private readonly NullabilityInfoContext nullability = new();
    private readonly Dictionary<(InputObjectType Input, Type Target), Func<object, object>?> records = [];

    /// <summary>
    /// A function from a slot of <see cref="InputValues"/> (<see cref="InputValues.Absent"/> included) to a value of the parameter's type.
    /// </summary>
    /// <param name="place">The place in the schema, for the fault.</param>
    /// <param name="fault">What does not fit, as a sentence; null where all does.</param>
    public Func<object?, object?>? ForParameter(ParameterInfo parameter, InputValueDefinition definition, string place, out string? fault) =>
        For(parameter.ParameterType, nullability.Create(parameter), !definition.Type.IsNonNull, definition.Type, place, out fault);

    /// <inheritdoc cref="ForParameter"/>
    /// <param name="isNeverNull">The field may be left out, but where it is given it is not null: in a OneOf input object.</param>
    public Func<object?, object?>? ForProperty(PropertyInfo property, InputValueDefinition definition, bool isNeverNull, string place, out string? fault) =>
        For(property.PropertyType, nullability.Create(property), !definition.Type.IsNonNull && !isNeverNull, definition.Type, place, out fault);

    private Func<object?, object?>? For(Type type, NullabilityInfo info, bool mayBeNull, GraphQLType definition, string place, out string? fault)
    {
        if (bindings.OptionalType is { } optional && type.IsGenericType && type.GetGenericTypeDefinition() == optional)
        {
            // It says itself whether its value may be null; a value type without null cannot.
            var (given, inside) = (type.GetGenericArguments()[0], info.GenericTypeArguments[0]);
            return mayBeNull && given.IsValueType && Nullable.GetUnderlyingType(given) is null
                ? RefuseNull(given, place, out fault)
                : OptionalValue.Around(type, given, For(definition.NullableType, Nullable.GetUnderlyingType(given) ?? given, inside, place, out fault));
        }

        if (mayBeNull && !TakesNull(type, info))
            return RefuseNull(type, place, out fault);
        var convert = For(definition.NullableType, Nullable.GetUnderlyingType(type) ?? type, info, place, out fault);
        return convert is null ? null : slot => slot is null || ReferenceEquals(slot, InputValues.Absent) ? null : convert(slot);
    }

    // Where the code says nothing about null (nullable annotations off), it takes it.
    private static bool TakesNull(Type type, NullabilityInfo? info) =>
        type.IsValueType ? Nullable.GetUnderlyingType(type) is not null : info?.WriteState != NullabilityState.NotNull;

    private static Func<object?, object?>? RefuseNull(Type type, string place, out string fault)
    {
        fault = $"{place} may be null, but the {TypeText.Of(type)} that takes it may not.";
        return null;
    }

    private Func<object, object>? For(GraphQLType type, Type target, NullabilityInfo? info, string place, out string? fault)
    {
        fault = null;
        switch (type.NullableType)
        {
            case ListType list:
                return ForList(list, target, info, place, out fault);
            case InputObjectType input:
                return ForInputObject(input, target, place, out fault);
            case EnumType @enum when target.IsEnum && leaves.MembersOf(@enum) is { Count: > 0 } members && members.Keys.First().GetType() == target:
                var byName = members.ToDictionary(member => member.Value, member => member.Key, StringComparer.Ordinal);
                return value => byName[(string)value];
            case EnumType:
                return ForValue(typeof(string), target, type, place, out fault);
            case ScalarType scalar:
                return ForValue(scalar.Coercion.ValueType, target, type, place, out fault);
            default:
                fault = $"{place} has a type that is no input type.";
                return null;
        }
    }

    private Func<object, object>? ForValue(Type from, Type target, GraphQLType type, string place, out string? fault)
    {
        fault = null;
        if (target.IsAssignableFrom(from))
            return value => value;
        if (bindings.Converters.TryGetValue((from, target), out var convert))
            return convert;
        fault = $"{place} is of type {type}, a {from.Name}, which does not fit {TypeText.Of(target)}.";
        return null;
    }

    private Func<object, object>? ForList(ListType list, Type target, NullabilityInfo? info, string place, out string? fault)
    {
        var item = target.IsArray ? target.GetElementType()
            : target.IsGenericType && target.GetGenericArguments() is [var only] ? only
            : null;
        if (item is null || !target.IsAssignableFrom(item.MakeArrayType()))
        {
            fault = $"{place} is a list, which does not fit {TypeText.Of(target)}: take an array or an IReadOnlyList.";
            return null;
        }

        var itemInfo = info?.ElementType ?? info?.GenericTypeArguments.FirstOrDefault();
        if (!list.ItemType.IsNonNull && !TakesNull(item, itemInfo))
        {
            fault = $"{place} may hold null, but the {TypeText.Of(item)} in the {TypeText.Of(target)} that takes it may not.";
            return null;
        }

        var convert = For(list.ItemType.NullableType, Nullable.GetUnderlyingType(item) ?? item, itemInfo, place, out fault);
        if (convert is null)
            return null;
        return value =>
        {
            var slots = (object?[])value;
            var items = Array.CreateInstance(item, slots.Length);
            for (var index = 0; index < slots.Length; index++)
                items.SetValue(slots[index] is { } slot ? convert(slot) : null, index);
            return items;
        };
    }

    private Func<object, object>? ForInputObject(InputObjectType input, Type target, string place, out string? fault)
    {
        fault = null;
        if (target.IsAssignableFrom(typeof(InputValues)))
            return value => value;
        // A type that holds itself (section 3.10) is met again while it is being bound: by the time of a request it is bound.
        if (records.TryGetValue((input, target), out var known))
            return known ?? (value => records[(input, target)]!(value));
        records.Add((input, target), null);
        var bound = InputRecord.Bind(this, input, target, place, out fault);
        if (bound is null)
            records.Remove((input, target));
        else
            records[(input, target)] = bound;
        return bound;
    }
}
