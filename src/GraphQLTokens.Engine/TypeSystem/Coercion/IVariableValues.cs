namespace GraphQLTokens.Engine.TypeSystem.Coercion;

/// <summary>The coerced variables of an operation (section 6.1.2).</summary>
public interface IVariableValues
{
    /// <summary>True where the variable was given or has a default; null may have been given.</summary>
    bool TryGet(string name, out object? value);
}
