namespace GraphQLTokens.Engine.Execution.Documents;

/// <summary>Trusted documents that cannot be read, or do not fit the schema or its limits. Each line names a file, and where there is one a line and a column.</summary>
public sealed class TrustedDocumentException(params IReadOnlyList<string> faults)
    : Exception($"The trusted documents cannot be used:{Environment.NewLine}{string.Join(Environment.NewLine, faults.Select(fault => $"  - {fault}"))}")
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
