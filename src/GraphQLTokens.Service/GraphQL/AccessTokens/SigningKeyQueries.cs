using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.SigningKeys;

namespace GraphQLTokens.Service.GraphQL.AccessTokens;

/// <summary>The field of <c>Query</c> about signing keys.</summary>
internal sealed class SigningKeyQueries(ListSigningKeys list)
{
    public IEnumerable<SigningKeyNode> SigningKeys([Caller] Caller caller)
    {
        var outcome = list.Run(caller);
        return outcome.Status switch
        {
            ListSigningKeysStatus.Done => outcome.Keys.Select(SigningKeyNode.Of),
            ListSigningKeysStatus.AccessDenied => throw Refusals.AccessDenied([PermissionNames.GeneralSettingsRead]),
        };
    }
}
