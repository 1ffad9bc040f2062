using GraphQLTokens.Service.Domain;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Hosting;

/// <summary>What Program calls to stand the service on the network. Every setting is bound and judged at start.</summary>
internal static class HostingSetup
{
    /// <summary>Settings, server limits, logs, health checks and graceful stop. Call it first: it lays defaults below all other configuration.</summary>
    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        HostingDefaults.LayBelow(builder.Configuration, builder.Environment);

        var services = builder.Services;
        services.AddSettings<ServiceSettings, ServiceSettingsRules>(ServiceSettings.Section);
        services.AddSettings<ProxySettings, ProxySettingsRules>(ProxySettings.Section);
        services.AddSettings<LimitSettings, LimitSettingsRules>(LimitSettings.Section);
        services.AddSettings<CorsSettings, CorsSettingsRules>(CorsSettings.Section);
        services.AddSettings<PlaygroundSettings, PlaygroundSettingsRules>(PlaygroundSettings.Section);
        services.AddOptions<ApiDocsSettings>().BindConfiguration(ApiDocsSettings.Section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PublicUrl>();
        services.AddSingleton<IIssuer>(provider => provider.GetRequiredService<PublicUrl>());
        services.AddSingleton<AllowedOrigins>();
        services.AddCors();
        services.AddSingleton<ClientAddressWalk>();
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, KestrelLimits>();
        services.AddSingleton<Drain>();
        services.AddSingleton<IConfigureOptions<HostOptions>>(provider => provider.GetRequiredService<Drain>());
        services.AddHostedService(provider => provider.GetRequiredService<Drain>());
        services.AddHealthChecks().AddCheck<StoppingHealthCheck>(StoppingHealthCheck.Name, tags: [HealthEndpoints.ReadyTag]);
        services.AddExceptionHandler<UnexpectedErrors>();
        return builder;
    }

    /// <summary>
    /// The way in, from the street: the log, the mask over what goes wrong, headers for every answer, which sites' pages may read it, who is calling
    /// from where, and the pages for people, which answer before any endpoint is asked.
    /// </summary>
    public static WebApplication UseHosting(this WebApplication app, params string[] graphQLPaths)
    {
        app.UseMiddleware<RequestLog>();
        app.UseExceptionHandler(_ => { });
        app.UseMiddleware<SecurityHeaders>();
        app.UseBareRefusals();
        app.UseAllowedOrigins();
        app.UseMiddleware<ClientAddress>();
        app.UsePlayground(graphQLPaths);
        app.UseApiDocs();
        // Said here, or the framework would route in front of everything above, outside of the mask.
        app.UseRouting();
        return app;
    }

    /// <summary><c>/</c>, <c>/health/live</c> and <c>/health/ready</c>: all of them answer without a key.</summary>
    public static WebApplication MapHosting(this WebApplication app)
    {
        app.MapLandingPage();
        app.MapHealth();
        return app;
    }

    /// <summary>A section of settings, judged at start by its rules. A key that nobody reads keeps the service from starting too.</summary>
    public static void AddSettings<TSettings, TRules>(this IServiceCollection services, string section)
        where TSettings : class
        where TRules : class, IValidateOptions<TSettings>
    {
        services.AddSingleton<IValidateOptions<TSettings>, TRules>();
        services.AddOptions<TSettings>().BindConfiguration(section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
    }
}
