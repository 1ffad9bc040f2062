using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.GraphQL.Limits;

namespace GraphQLTokens.Service.GraphQL;

/// <summary>Puts the schema on its paths, each behind the door.</summary>
internal static class GraphQLEndpoints
{
    public static void MapTokenGraphQL(this WebApplication app, params string[] paths) =>
        app.MapGuardedGraphQL(app.Services.GetRequiredService<HttpLimits>().Options, paths);
}
