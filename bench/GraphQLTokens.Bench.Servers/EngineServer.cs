using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Transports;

namespace GraphQLTokens.Bench.Servers;

/// <summary>The engine alone, without keys, store and log: the ideal server's answers by way of GraphQL.</summary>
internal static class EngineServer
{
    public static Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.AddGraphQLServer()
            .AddSchema(new SourceText(SampleSchema.Text))
            .BindType<SampleViewer>("Viewer")
            .BindType<SampleToken>("Token")
            .BindEnum<SampleStatus>("Status")
            .AddResolvers("Query", typeof(SampleQueries));
        var app = builder.Build();
        app.MapGraphQL();
        return app.RunAsync();
    }
}
