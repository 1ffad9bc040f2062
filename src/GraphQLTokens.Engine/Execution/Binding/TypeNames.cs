using System.Collections.Concurrent;

namespace GraphQLTokens.Engine.Execution.Binding;

/// <summary>Which object type a .NET object stands for: that of its class, or of the nearest class above it that is bound.</summary>
internal sealed class TypeNames(SchemaBindings bindings)
{
    private readonly Dictionary<Type, string> bound = bindings.Types
        .GroupBy(binding => binding.Value)
        .Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.Single().Key);

    private readonly ConcurrentDictionary<Type, string?> found = new();

    public string? Of(object value) => found.GetOrAdd(value.GetType(), Find);

    private string? Find(Type type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (bound.TryGetValue(at, out var name))
                return name;
        }

        return null;
    }
}
