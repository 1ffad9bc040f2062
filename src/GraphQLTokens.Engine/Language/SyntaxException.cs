using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Language;

/// <summary>The document is no GraphQL, or larger than the parser may read. The one exception that a request's own text can cause.</summary>
public sealed class SyntaxException(GraphQLError error) : Exception(error.Message)
{
    public GraphQLError Error { get; } = error;
}
