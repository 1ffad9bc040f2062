namespace GraphQLTokens.Service.Domain;

/// <summary>The permissions that this service's own rules ask for.</summary>
internal static class PermissionNames
{
    public const string OrganizationAPITokenRead = nameof(OrganizationAPITokenRead);
    public const string OrganizationAPITokenModify = nameof(OrganizationAPITokenModify);
    public const string OrganizationAPITokenVerify = nameof(OrganizationAPITokenVerify);
    public const string OwnAPITokenModify = nameof(OwnAPITokenModify);
    public const string UserRead = nameof(UserRead);
    public const string UserModify = nameof(UserModify);
    public const string TenantRead = nameof(TenantRead);
    public const string TenantModify = nameof(TenantModify);
    public const string AuditRead = nameof(AuditRead);
    public const string GeneralSettingsRead = nameof(GeneralSettingsRead);
    public const string GeneralSettingsModify = nameof(GeneralSettingsModify);
}
