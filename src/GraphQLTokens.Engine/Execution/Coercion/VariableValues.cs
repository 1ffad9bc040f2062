using GraphQLTokens.Engine.TypeSystem.Coercion;

namespace GraphQLTokens.Engine.Execution.Coercion;

/// <summary>The coerced variables of one request (section 6.1.2): a slot for each definition.</summary>
internal sealed class VariableValues(VariableDefinitions definitions, object?[] slots) : IVariableValues
{
    public static VariableValues None { get; } = new(VariableDefinitions.None, []);

    public bool TryGet(string name, out object? value)
    {
        var index = definitions.IndexOf(name);
        value = index < 0 ? InputValues.Absent : slots[index];
        if (!ReferenceEquals(value, InputValues.Absent))
            return true;
        value = null;
        return false;
    }
}
