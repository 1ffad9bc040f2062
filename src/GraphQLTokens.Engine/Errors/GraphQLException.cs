namespace GraphQLTokens.Engine.Errors;

/// <summary>
/// Thrown by a resolver or a scalar to answer with an error of its own words. Its message reaches the client as it stands;
/// every other exception is masked.
/// </summary>
public sealed class GraphQLException : Exception
{
    public GraphQLException(GraphQLError error)
        : base(error.Message) => Error = error;

    public GraphQLException(string message, string? code = null)
        : this(new GraphQLError(message, code: code))
    {
    }

    public GraphQLError Error { get; }
}
