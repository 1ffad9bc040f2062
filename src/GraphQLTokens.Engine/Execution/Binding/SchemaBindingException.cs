namespace GraphQLTokens.Engine.Execution.Binding;

/// <summary>The code does not fit the schema. Each line names a place: a field without a resolver, an argument that does not fit, a directive without effect.</summary>
public sealed class SchemaBindingException(IReadOnlyList<string> faults)
    : Exception($"The code does not fit the schema:{Environment.NewLine}{string.Join(Environment.NewLine, faults.Select(fault => $"  - {fault}"))}")
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
