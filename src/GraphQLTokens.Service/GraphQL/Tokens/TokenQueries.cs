using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;

namespace GraphQLTokens.Service.GraphQL.Tokens;

/// <summary>The fields of <c>Query</c> that read tokens.</summary>
internal sealed class TokenQueries(GetToken get, ListTokens list, TokenNodes nodes)
{
    public async Task<TokenConnection> ApiTokensAsync(
        [Caller] Caller caller, int? first, string? after, int? last, string? before, TokenWhereInput? where, IReadOnlyList<TokenOrderInput>? order,
        ResolverContext context)
    {
        var input = new ListTokensInput
        {
            First = first,
            After = after,
            Last = last,
            Before = before,
            Where = where,
            Order = TokenOrderInput.ToOrder(order),
            IsBrief = TokenConnection.IsBrief(context),
        };
        var outcome = await list.RunAsync(caller, input, context.CancellationToken);
        return outcome.Status switch
        {
            ListTokensStatus.Done => new TokenConnection(outcome, nodes),
            ListTokensStatus.InvalidInput => throw Refusals.InvalidInput(outcome.Faults),
            ListTokensStatus.AccessDenied => throw Refusals.AccessDenied([PermissionNames.OrganizationAPITokenRead]),
        };
    }

    public async Task<TokenNode?> ApiTokenAsync([Caller] Caller caller, string id, CancellationToken cancellationToken)
    {
        var outcome = await get.RunAsync(caller, id, cancellationToken);
        return outcome.Status switch
        {
            GetTokenStatus.Done => nodes.Of(outcome.Token!),
            GetTokenStatus.NotFound => null,
            GetTokenStatus.AccessDenied => throw Refusals.AccessDenied([PermissionNames.OrganizationAPITokenRead]),
        };
    }
}
