using System.Collections.Immutable;

namespace GraphQLTokens.Service.Domain;

/// <summary>
/// The roles that every deployment has. Each holds OwnAPITokenModify: everyone can make keys within their own rights.
/// Analysts change what they analyse with, and no setting, user or token of others.
/// </summary>
internal sealed record BuiltInRole(string Key, PermissionSet Permissions)
{
    public const string AdminKey = "Admin";

    public static readonly ImmutableArray<BuiltInRole> All =
    [
        new(AdminKey, PermissionSet.Everything),
        new("Analyst", PermissionSet.Of(
            "AlertRead", "AlertModify", "PolicyRead", "PolicyModify", "ResourceRead", "ResourceModify", "RuleRead", "RuleModify",
            "SummaryRead", "BulkUpload", "BulkUploadValidate", "RunPantherAI", "UserRead", "OrganizationAPITokenRead",
            "GeneralSettingsRead", "CloudsecSourceRead", "LogSourceRead", "DestinationRead", "DataAnalyticsRead",
            "DataAnalyticsModify", "LookupRead", "LookupModify", "McpServerRead", "ViewAISkills", "ViewScheduledPrompts",
            "OwnAPITokenModify")),
        new("AnalystReadOnly", PermissionSet.Of(
            "AlertRead", "PolicyRead", "ResourceRead", "RuleRead", "SummaryRead", "BulkUploadValidate", "UserRead",
            "OrganizationAPITokenRead", "GeneralSettingsRead", "CloudsecSourceRead", "LogSourceRead", "DestinationRead",
            "DataAnalyticsRead", "LookupRead", "McpServerRead", "ViewAISkills", "ViewScheduledPrompts", "OwnAPITokenModify")),
        new("Reseller", PermissionSet.Of(PermissionCatalog.BuiltIn.Select(permission => permission.Name))),
        new("Company Admin", PermissionSet.Of(PermissionCatalog.BuiltIn
            .Select(permission => permission.Name)
            .Where(name => name != PermissionNames.TenantModify))),
    ];
}
