using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Execution.Binding;

/// <summary>An object type with its fields' bindings and the guards before its objects.</summary>
internal sealed class ObjectBinding(ObjectType type)
{
    public ObjectType Type { get; } = type;

    /// <summary>By field name, meta fields included. Filled by the binder, since types refer to each other.</summary>
    public Dictionary<string, FieldBinding> Fields { get; } = new(StringComparer.Ordinal);

    public ObjectGuard[] Guards { get; set; } = [];

    public FieldBinding FieldOf(string name) => Fields[name];

    /// <summary>The first guard's objection, or null.</summary>
    public GraphQLError? Judge(object value, object? caller)
    {
        foreach (var guard in Guards)
        {
            if (guard(value, caller) is { } error)
                return error;
        }

        return null;
    }
}
