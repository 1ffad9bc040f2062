using GraphQLTokens.Service.Access.Directives;
using GraphQLTokens.Service.Access.Idempotency;
using GraphQLTokens.Service.Access.Limits;
using GraphQLTokens.Service.Access.Policy;
using GraphQLTokens.Service.Operations.Verification;

namespace GraphQLTokens.Service.Access;

/// <summary>Registers this room.</summary>
internal static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<AccessSettings>()
            .BindConfiguration(AccessSettings.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<Authenticator>();
        services.AddSingleton<IValueJudge, ValueJudge>();
        services.AddSingleton<FailedAttempts>();
        services.AddSingleton<Revocations>();
        services.AddSingleton<CallerReader>();
        services.AddSingleton<IdempotentRequests>();
        services.AddSingleton<CallerWatch>();
        services.AddSingleton<CallerReaderStreams>();
        services.AddSingleton<RefusedMutations>();
        services.AddSingleton<IFieldGuard, RequiresKeyDirective>();
        services.AddSingleton<IFieldGuard, RequiresCidrDirective>();
        services.AddSingleton<IFieldGuard, RequiresPermissionDirective>();
        services.AddSingleton<IFieldGuard, RequiresRoleDirective>();
        services.AddSingleton<IFieldGuard, RateLimitDirective>();
        services.AddSingleton<SchemaPolicy>();
        return services;
    }
}
