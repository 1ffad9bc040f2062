using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.GraphQL;
using GraphQLTokens.Service.Hosting;
using GraphQLTokens.Service.OAuth;
using GraphQLTokens.Service.Operations;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Persistence.Start;
using GraphQLTokens.Service.Rest;
using GraphQLTokens.Service.Rest.ForwardAuth;

if (HealthCommand.IsAskedFor(args))
    return await HealthCommand.RunAsync(args, Console.Out);
if (NewRootTokenCommand.IsAskedFor(args))
    return await NewRootTokenCommand.RunAsync(WebApplication.CreateBuilder(NewRootTokenCommand.SettingsIn(args)).Configuration, Console.Out);

try
{
    var builder = WebApplication.CreateBuilder(args);
    var permissions = PermissionExtension.Read(builder.Configuration);
    builder.AddHosting();
    builder.Services.AddTokenStore(builder.Configuration);
    builder.Services.AddHealthChecks().AddCheck<StoreHealthCheck>("store", tags: [HealthEndpoints.ReadyTag]);
    builder.Services.AddTokenOperations(permissions.Permissions);
    builder.Services.AddAccess();
    builder.Services.AddTokenSchema(permissions);
    builder.Services.AddRest();
    builder.Services.AddOAuth();

    var app = builder.Build();
    // Before anything goes by the path: a gateway may have appended its client's.
    app.UseForwardAuthTargets();
    app.UseHosting("/graphql", "/public/graphql");
    app.MapHosting();
    // Both paths are the same door: existing clients know either.
    app.MapTokenGraphQL("/graphql", "/public/graphql");
    app.MapRest();
    app.MapOAuth();
    await app.RunAsync();
    return 0;
}
catch (Exception failure) when (StartFailure.EndsTheProcess)
{
    return StartFailure.Report(failure, Console.Error);
}
