using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Service.Operations.Tokens;

namespace GraphQLTokens.Service.GraphQL.Tokens;

/// <summary>A page of tokens, in the form of the Relay connection specification.</summary>
internal sealed class TokenConnection
{
    public TokenConnection(ListTokensOutcome outcome, TokenNodes nodes)
    {
        var page = outcome.Page!;
        Listed = outcome;
        Edges = [.. page.Tokens.Select((token, index) => new TokenEdge(page.Cursors[index], nodes.Of(token)))];
        PageInfo = new PageInfo(page.HasNext, page.HasPrevious, page.Cursors.Count == 0 ? null : page.Cursors[0], page.Cursors.Count == 0 ? null : page.Cursors[^1]);
    }

    /// <summary>What a count goes by.</summary>
    public ListTokensOutcome Listed { get; }

    public IReadOnlyList<TokenEdge> Edges { get; }

    public IEnumerable<TokenNode> Nodes => Edges.Select(edge => edge.Node);

    public PageInfo PageInfo { get; }
}

internal sealed record TokenEdge(string Cursor, TokenNode Node);

internal sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

/// <summary>The field of <c>APITokenConnection</c> that costs a query of its own.</summary>
internal sealed class TokenConnectionFields(ListTokens list)
{
    public Task<int> TotalCountAsync([Parent] TokenConnection connection, CancellationToken cancellationToken) => list.CountAsync(connection.Listed, cancellationToken);
}
