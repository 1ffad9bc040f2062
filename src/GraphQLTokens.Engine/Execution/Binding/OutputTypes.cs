using System.Collections;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Execution.Binding;

/// <summary>Whether what a resolver returns can be what its field promises, as far as types tell at start-up.</summary>
internal static class OutputTypes
{
    public static void Check(FieldDefinition field, Type returned, SchemaBindings bindings, List<string> faults) =>
        Check(field, field.Type, returned, bindings, faults);

    /// <summary>The same for a field of the subscription root, whose resolver returns the stream of its events.</summary>
    public static void CheckSource(FieldDefinition field, Type returned, SchemaBindings bindings, List<string> faults)
    {
        if (returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>) && returned.GetGenericArguments() is [{ IsValueType: false } item])
            Check(field, field.Type, item, bindings, faults);
        else
            faults.Add($"{field} is a subscription, but its resolver returns {TypeText.Of(returned)}: return an IAsyncEnumerable of objects.");
    }

    private static void Check(FieldDefinition field, GraphQLType type, Type returned, SchemaBindings bindings, List<string> faults)
    {
        returned = Nullable.GetUnderlyingType(returned) ?? returned;
        if (returned == typeof(object))
            return;
        switch (type.NullableType)
        {
            case ListType list when ItemOf(returned) is { } item:
                Check(field, list.ItemType, item, bindings, faults);
                break;
            case ListType:
                faults.Add($"{field} is a list, but its resolver returns {TypeText.Of(returned)}.");
                break;
            case ObjectType named when !bindings.Types.TryGetValue(named.Name, out var bound) || !bound.IsAssignableFrom(returned):
                faults.Add($"{field} is of type {named.Name}, but its resolver returns {TypeText.Of(returned)}, which is not bound to it.");
                break;
            case EnumType named when returned.IsEnum && bindings.Enums.GetValueOrDefault(named.Name) != returned:
                faults.Add($"{field} is of type {named.Name}, but its resolver returns {TypeText.Of(returned)}, which is not bound to it.");
                break;
        }
    }

    private static Type? ItemOf(Type type)
    {
        if (type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type))
            return null;
        var items = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)
            ? type
            : Array.Find(type.GetInterfaces(), candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        return items?.GetGenericArguments()[0] ?? typeof(object);
    }
}
