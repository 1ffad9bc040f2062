using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Service.GraphQL.Tokens;
using GraphQLTokens.Service.Operations.Verification;

namespace GraphQLTokens.Service.GraphQL.Verification;

/// <summary>The field of <c>VerifyAPITokenOutput</c> that is read only when asked for; many verifications share one read.</summary>
internal sealed class VerificationFields(VerifiedTokenLoader tokens)
{
    public ValueTask<TokenNode?> TokenAsync([Parent] TokenVerification verification, ResolverContext context) =>
        verification.Record is { } record ? context.LoadAsync(tokens, record.TokenId) : default;
}
