using System.Collections.Frozen;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence.Listing;

namespace GraphQLTokens.Service.GraphQL.Tokens;

/// <summary>A page of tokens, in the form of the Relay connection specification.</summary>
internal sealed class TokenConnection(ListTokensOutcome outcome, TokenNodes nodes)
{
    // What a brief token answers, guards included. Whatever is not named here has the tokens read whole.
    private static readonly FrozenSet<string> OfBriefTokens = FrozenSet.Create(
        StringComparer.Ordinal,
        "__typename", "id", "name", "valueStart", "permissions", "status", "allowedCIDRBlocks", "deniedCIDRBlocks", "notBefore", "expiresAt", "createdAt", "lastUsedAt");

    private readonly TokenPage page = outcome.Page!;

    /// <summary>Whether brief tokens answer all that the document asks of a field of this type.</summary>
    public static bool IsBrief(ResolverContext context) =>
        context.FieldsAt("nodes").All(OfBriefTokens.Contains) && context.FieldsAt("edges", "node").All(OfBriefTokens.Contains);

    /// <summary>What a count goes by.</summary>
    public ListTokensOutcome Listed => outcome;

    public IEnumerable<TokenEdge> Edges => Nodes.Select(node => new TokenEdge(page, node));

    public TokenNode[] Nodes { get; } = nodes.Of(outcome.Page!.Tokens);

    public PageInfo PageInfo => new(page);
}

/// <summary>A token and its place in the list.</summary>
internal sealed class TokenEdge(TokenPage page, TokenNode node)
{
    public string Cursor => page.CursorOf(node.Token);

    public TokenNode Node => node;
}

internal sealed class PageInfo(TokenPage page)
{
    public bool HasNextPage => page.HasNext;

    public bool HasPreviousPage => page.HasPrevious;

    public string? StartCursor => page.StartCursor;

    public string? EndCursor => page.EndCursor;
}

/// <summary>The field of <c>APITokenConnection</c> that costs a query of its own.</summary>
internal sealed class TokenConnectionFields(ListTokens list)
{
    public ValueTask<int> TotalCountAsync([Parent] TokenConnection connection, CancellationToken cancellationToken) => list.CountAsync(connection.Listed, cancellationToken);
}
