using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations;

namespace GraphQLTokens.Service.GraphQL;

/// <summary>The fields of <c>Query</c> about the caller and the deployment.</summary>
internal sealed class DeploymentQueries(GetViewer getViewer, ListPermissions listPermissions)
{
    public Viewer Viewer([Caller] Caller caller) => getViewer.Run(caller);

    public IEnumerable<Permission> Permissions() => listPermissions.Run();

    public static GeneralSettings GeneralSettings([Caller] Caller caller)
    {
        var outcome = GetGeneralSettings.Run(caller);
        return outcome.Status switch
        {
            GetGeneralSettingsStatus.Done => outcome.Settings!,
            GetGeneralSettingsStatus.AccessDenied => throw Refusals.AccessDenied([PermissionNames.GeneralSettingsRead]),
        };
    }
}
