using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.Building;

/// <summary>Collects what is wrong with a schema, so that one start shows all of it.</summary>
internal sealed class SchemaFaults
{
    private readonly List<GraphQLError> errors = [];

    public IReadOnlyList<GraphQLError> Errors => errors;

    /// <param name="message">A whole sentence.</param>
    /// <param name="nodes">Where, in the order in which the message speaks of them; what has no node is left out.</param>
    public void Report(string message, params IEnumerable<SyntaxNode?> nodes) =>
        errors.Add(new GraphQLError(message, [.. nodes.OfType<SyntaxNode>().Select(node => node.Location.ToSourceLocation())]));

    /// <exception cref="SchemaException">Something was reported.</exception>
    public void ThrowIfAny()
    {
        if (errors.Count > 0)
            throw new SchemaException([.. errors]);
    }
}
