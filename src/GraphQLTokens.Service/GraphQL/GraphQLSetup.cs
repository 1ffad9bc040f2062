using System.Text.Json;
using GraphQLTokens.Engine.Transports;
using GraphQLTokens.Service.Access.Directives;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.GraphQL.AccessTokens;
using GraphQLTokens.Service.GraphQL.Documents;
using GraphQLTokens.Service.GraphQL.Limits;
using GraphQLTokens.Service.GraphQL.Scalars;
using GraphQLTokens.Service.GraphQL.Tenants;
using GraphQLTokens.Service.GraphQL.Tokens;
using GraphQLTokens.Service.Hosting;
using GraphQLTokens.Service.GraphQL.Verification;
using GraphQLTokens.Service.Operations;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Operations.Verification;
using GraphQLTokens.Service.Persistence.Writing;

namespace GraphQLTokens.Service.GraphQL;

/// <summary>Joins schema.graphql and the code behind it. Another engine would be joined here, in <see cref="Access.Directives"/>, and nowhere else.</summary>
internal static class GraphQLSetup
{
    public static IServiceCollection AddTokenSchema(this IServiceCollection services, PermissionExtension extension)
    {
        services.AddSingleton<TokenNodes>();
        services.AddSingleton<TokenLoader>();
        services.AddSingleton<EffectivePermissionsLoader>();
        services.AddSingleton<TenantLoader>();
        services.AddSingleton<VerifiedTokenLoader>();

        services.AddSettings<GraphQLSettings, GraphQLSettingsRules>(GraphQLSettings.Section);
        services.AddSettings<StreamSettings, StreamSettingsRules>(StreamSettings.Section);
        services.AddSettings<BatchingSettings, BatchingSettingsRules>(BatchingSettings.Section);
        services.AddSettings<DocumentSettings, DocumentSettingsRules>(DocumentSettings.Section);
        services.AddSingleton<StoredDocuments>();
        services.AddSingleton<ExecutionLimits>();
        services.AddSingleton<HttpLimits>();

        var server = services.AddGraphQLServer()
            .Configure(provider => provider.GetRequiredService<ExecutionLimits>().Options)
            .AddSchema(SchemaFile.Read())
            .StoreDocuments(provider => provider.GetRequiredService<StoredDocuments>().Read())
            .UseOptional(typeof(Optional<>))
            .AddScalar<DateTimeScalar>()
            .AddScalar<DurationScalar>()
            .AddScalar<CidrScalar>()
            .AddScalar<JsonScalar>()
            .AddConverter<JsonElement, string>(json => json.GetRawText())
            .AddDirective<RequiresKeyDirective>()
            .AddDirective<RequiresCidrDirective>()
            .AddDirective<RequiresPermissionDirective>()
            .AddDirective<RequiresRoleDirective>()
            .AddDirective<RateLimitDirective>()
            .BindEnum<TokenStatus>("APITokenStatus")
            .BindEnum<SortDirection>("SortDirection")
            .BindEnum<TokenChangeKind>("APITokenChangeKind")
            .BindEnum<RotationSide>("RotationSide")
            .BindEnum<VerificationCode>("VerificationCode")
            .BindType<Viewer>("Viewer")
            .BindType<TokenNode>("APIToken")
            .BindType<RateLimit>("RateLimit")
            .BindType<TokenConnection>("APITokenConnection")
            .BindType<TokenEdge>("APITokenEdge")
            .BindType<PageInfo>("PageInfo")
            .BindType<TokenOutput>("CreateAPITokenOutput")
            .BindType<TokenOutput>("UpdateAPITokenOutput")
            .BindType<TokenOutput>("RotateAPITokenOutput")
            .BindType<TokenOutput>("CancelAPITokenRotationOutput")
            .BindType<DeleteTokenOutput>("DeleteAPITokenOutput")
            .BindType<CreateAccessTokenOutput>("CreateAccessTokenOutput")
            .BindType<SigningKeyNode>("SigningKey")
            .BindType<TokenVerification>("VerifyAPITokenOutput")
            .BindType<TokenChangeNode>("APITokenChange")
            .BindType<TenantNode>("Tenant")
            .BindType<Permission>("PermissionInfo")
            .BindType<GeneralSettings>("GeneralSettingsConfig")
            .AddResolvers<DeploymentQueries>("Query")
            .AddResolvers<TokenQueries>("Query")
            .AddResolvers<NodeQueries>("Query")
            .AddResolvers<TokenMutations>("Mutation")
            .AddResolvers<AccessTokenMutations>("Mutation")
            .AddResolvers<SigningKeyMutations>("Mutation")
            .AddResolvers<SigningKeyQueries>("Query")
            .AddResolvers<VerificationMutations>("Mutation")
            .AddResolvers<TokenSubscriptions>("Subscription")
            .AddResolvers<ViewerFields>("Viewer")
            .AddResolvers<TokenFields>("APIToken")
            .AddResolvers<TokenConnectionFields>("APITokenConnection")
            .AddResolvers<VerificationFields>("VerifyAPITokenOutput")
            .AddResolvers<TokenChangeFields>("APITokenChange")
            .AddResolvers<TenantFields>("Tenant");
        if (extension.Source is { } source)
            server.AddSchema(source);
        return services;
    }
}
