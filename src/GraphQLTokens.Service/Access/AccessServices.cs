namespace GraphQLTokens.Service.Access;

/// <summary>Registers this room.</summary>
internal static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<Authenticator>();
        services.AddSingleton<CallerReader>();
        return services;
    }
}
