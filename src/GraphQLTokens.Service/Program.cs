using GraphQLTokens.Service.Hosting;

if (HealthCommand.IsAskedFor(args))
    return await HealthCommand.RunAsync(args, Console.Out);

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting();

var app = builder.Build();
app.UseHosting("/graphql", "/public/graphql");
app.MapHosting();
await app.RunAsync();
return 0;
