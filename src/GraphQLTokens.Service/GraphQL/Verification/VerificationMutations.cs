using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Verification;

namespace GraphQLTokens.Service.GraphQL.Verification;

/// <summary>The fields of <c>Mutation</c> that judge values. They change nothing but what is left of a limit, which is why they are no queries: no cache may answer them.</summary>
internal sealed class VerificationMutations(VerifyTokens verify)
{
    public async Task<TokenVerification> VerifyApiTokenAsync([Caller] Caller caller, VerifyTokenInput input, CancellationToken cancellationToken) =>
        ResultsOf(await verify.RunAsync(caller, input, cancellationToken))[0];

    public async Task<IReadOnlyList<TokenVerification>> VerifyApiTokensAsync(
        [Caller] Caller caller, IReadOnlyList<VerifyTokenInput> inputs, CancellationToken cancellationToken) =>
        ResultsOf(await verify.RunAsync(caller, inputs, cancellationToken));

    private static IReadOnlyList<TokenVerification> ResultsOf(VerifyTokensOutcome outcome) => outcome.Status switch
    {
        VerifyTokensStatus.Done => outcome.Results,
        VerifyTokensStatus.InvalidInput => throw Refusals.InvalidInput(outcome.Faults),
        VerifyTokensStatus.AccessDenied => throw Refusals.AccessDenied(VerifyTokens.Needed),
    };
}
