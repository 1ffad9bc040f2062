using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.TypeSystem;

/// <summary>A schema that breaks rules of section 3; it lists every fault found, with its place.</summary>
public sealed class SchemaException(IReadOnlyList<GraphQLError> errors)
    : Exception(string.Join(Environment.NewLine, errors.Select(error => error.ToString())))
{
    public IReadOnlyList<GraphQLError> Errors { get; } = errors;
}
