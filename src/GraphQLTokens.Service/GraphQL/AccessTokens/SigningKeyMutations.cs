using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.SigningKeys;

namespace GraphQLTokens.Service.GraphQL.AccessTokens;

/// <summary>The field of <c>Mutation</c> that changes signing keys.</summary>
internal sealed class SigningKeyMutations(RotateSigningKey rotate)
{
    public async Task<SigningKeyNode> RotateSigningKeyAsync([Caller] Caller caller, CancellationToken cancellationToken)
    {
        var outcome = await rotate.RunAsync(caller, cancellationToken);
        return outcome.Status switch
        {
            RotateSigningKeyStatus.Done => SigningKeyNode.Of(outcome.Key!),
            RotateSigningKeyStatus.AccessDenied => throw Refusals.AccessDenied([PermissionNames.GeneralSettingsModify]),
            RotateSigningKeyStatus.CallerChanged => throw Refusals.CallerChanged(),
        };
    }
}
