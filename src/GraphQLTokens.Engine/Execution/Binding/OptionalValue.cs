using System.Linq.Expressions;
using GraphQLTokens.Engine.TypeSystem.Coercion;

namespace GraphQLTokens.Engine.Execution.Binding;

/// <summary>Makes values of the product's own struct that tells a field that was left out from one that was given as null.</summary>
internal static class OptionalValue
{
    /// <param name="type">The struct, closed; its constructor takes what was given, its default stands for what was left out.</param>
    /// <param name="convert">For what was given and is not null; null where that does not fit.</param>
    public static Func<object?, object?>? Around(Type type, Type given, Func<object, object>? convert)
    {
        if (convert is null)
            return null;
        var value = Expression.Parameter(typeof(object), "value");
        var constructor = type.GetConstructor([given])
            ?? throw new InvalidOperationException($"{type.Name} has no public constructor that takes the value.");
        var create = Expression.Lambda<Func<object?, object?>>(
            Expression.Convert(Expression.New(constructor, Expression.Convert(value, given)), typeof(object)), value).Compile();
        var absent = Activator.CreateInstance(type);
        return slot => ReferenceEquals(slot, InputValues.Absent) ? absent : create(slot is null ? null : convert(slot));
    }
}
