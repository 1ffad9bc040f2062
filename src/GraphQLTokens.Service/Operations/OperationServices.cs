using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.AccessTokens;
using GraphQLTokens.Service.Operations.Audit;
using GraphQLTokens.Service.Operations.Limits;
using GraphQLTokens.Service.Operations.SigningKeys;
using GraphQLTokens.Service.Operations.Tenants;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Operations.Verification;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Operations;

/// <summary>Registers this room.</summary>
internal static class OperationServices
{
    /// <param name="addedPermissions">What the deployment adds to the built-in permissions.</param>
    public static IServiceCollection AddTokenOperations(this IServiceCollection services, params IEnumerable<Permission> addedPermissions)
    {
        services.AddSingleton(new PermissionCatalog(addedPermissions));
        services.AddOptions<RateLimitSettings>()
            .BindConfiguration(RateLimitSettings.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<RateLimitSettings>, RateLimitSettingsValidator>();
        services.AddSingleton<TokenLimits>();
        services.AddSingleton<AuditedWrite>();
        services.AddSingleton<RecordDenial>();
        services.AddSingleton<CreateToken>();
        services.AddSingleton<GetToken>();
        services.AddSingleton<ListTokens>();
        services.AddSingleton<UpdateToken>();
        services.AddSingleton<RotateToken>();
        services.AddSingleton<CancelRotation>();
        services.AddSingleton<FindMadeToken>();
        services.AddSingleton<RetirePreviousValue>();
        services.AddSingleton<DeleteToken>();
        services.AddSingleton<WatchTokens>();
        services.AddSingleton<VerifyTokens>();
        services.AddSingleton<FindVerifiedTokens>();
        services.AddSingleton<RevokeLeakedToken>();
        services.AddSingleton<FindEffectivePermissions>();
        services.AddOptions<AccessTokenSettings>()
            .BindConfiguration(AccessTokenSettings.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccessTokenSettings>, AccessTokenSettingsRules>();
        services.AddSingleton<JwtReader>();
        services.AddSingleton<AccessTokenRules>();
        services.AddSingleton<CreateAccessToken>();
        services.AddSingleton<ForwardedAccessTokens>();
        services.AddSingleton<RevokeCredential>();
        services.AddSingleton<FindOwnerEmail>();
        services.AddSingleton<SigningKeyRing>();
        services.AddSingleton<TendSigningKeys>();
        services.AddHostedService<SigningKeySchedule>();
        services.AddSingleton<RotateSigningKey>();
        services.AddSingleton<ListSigningKeys>();
        services.AddSingleton<FindTenants>();
        services.AddSingleton<GetViewer>();
        services.AddSingleton<ListPermissions>();
        return services;
    }
}
