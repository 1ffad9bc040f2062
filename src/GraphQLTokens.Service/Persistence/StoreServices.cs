using GraphQLTokens.Service.Persistence.Idempotency;
using GraphQLTokens.Service.Persistence.Keys;
using GraphQLTokens.Service.Persistence.Listing;
using GraphQLTokens.Service.Persistence.Reading;
using GraphQLTokens.Service.Persistence.Secrets;
using GraphQLTokens.Service.Persistence.Settings;
using GraphQLTokens.Service.Persistence.Sqlite;
using GraphQLTokens.Service.Persistence.Sqlite.Reading;
using GraphQLTokens.Service.Persistence.Start;
using GraphQLTokens.Service.Persistence.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Persistence;

/// <summary>Registers this room.</summary>
internal static class StoreServices
{
    /// <summary>Binds the sections Store, Bootstrap, Tokens, Idempotency and Secrets; wrong settings stop the start with a message that names them.</summary>
    public static IServiceCollection AddTokenStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<StoreSettings>().Bind(configuration.GetSection(StoreSettings.Section), Strictly).ValidateOnStart();
        services.AddOptions<BootstrapSettings>().Bind(configuration.GetSection(BootstrapSettings.Section), Strictly).ValidateOnStart();
        services.AddOptions<TokenSettings>().Bind(configuration.GetSection(TokenSettings.Section), Strictly).ValidateOnStart();
        services.AddOptions<SecretSettings>().Bind(configuration.GetSection(SecretSettings.Section), Strictly).ValidateOnStart();
        services.AddOptions<IdempotencySettings>().Bind(configuration.GetSection(IdempotencySettings.Section), Strictly).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StoreSettings>, StoreSettingsValidator>();
        services.AddSingleton<IValidateOptions<BootstrapSettings>, BootstrapSettingsValidator>();
        services.AddSingleton<IValidateOptions<TokenSettings>, TokenSettingsValidator>();
        services.AddSingleton<IValidateOptions<SecretSettings>, SecretSettingsValidator>();
        services.AddSingleton<IValidateOptions<IdempotencySettings>, IdempotencySettingsValidator>();

        services.AddSingleton<SqliteStore>();
        services.AddSingleton<IWriteDatabase>(provider => provider.GetRequiredService<SqliteStore>());
        services.AddSingleton<SqliteSetUpInterceptor>();
        services.AddPooledDbContextFactory<TokensDbContext>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<SqliteStore>().ConnectionString)
            .AddInterceptors(provider.GetRequiredService<SqliteSetUpInterceptor>()));

        services.AddSingleton<StoreWriter>();
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton(provider => new KeyRecordCache(provider.GetRequiredService<IOptions<StoreSettings>>().Value.CachedKeys));
        services.AddSingleton<IKeyRecordReader, SqliteKeyReader>();
        services.AddSingleton<KeyRecords>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<TokenSettings>>().Value.CreateHasher());

        services.AddSingleton<SqliteReadPool>();
        services.AddSingleton<ITokenReader, SqliteTokenReader>();
        services.AddSingleton<TokenRowCache>();
        services.AddSingleton<OwnTokens>();
        services.AddSingleton<ITenantReader, SqliteTenantReader>();
        services.AddSingleton<IRoleReader, SqliteRoleReader>();
        services.AddSingleton<TenantSights>();
        services.AddSingleton<TokenPageReader>();

        services.AddSingleton<SecretSealer>();
        services.AddSingleton<SecretsStart>();
        services.AddSingleton<PepperCheck>();
        services.AddSingleton<Bootstrap>();
        services.AddSingleton<NewRootToken>();
        services.AddHostedService<StoreInitializer>();
        services.AddSingleton<LastUsedWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<LastUsedWriter>());
        services.AddSingleton<RememberedCalls>();
        services.AddHostedService<RememberedCallSweeper>();
        return services;
    }

    // A misspelt key would otherwise leave its setting at the default without a word.
    private static void Strictly(BinderOptions binder) => binder.ErrorOnUnknownConfiguration = true;
}
