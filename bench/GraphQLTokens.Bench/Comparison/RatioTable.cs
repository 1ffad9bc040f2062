namespace GraphQLTokens.Bench.Comparison;

/// <summary>What is compared with what. To measure one more kind of request, add its line here and say in docs/performance.md what it does.</summary>
internal static class RatioTable
{
    private const string GraphQL = "/graphql";

    public static IReadOnlyList<Ratio> Of(ServersUnderTest servers)
    {
        var service = servers.Service;
        var forgetful = servers.ForgetfulService;
        var bare = Target.Get("bare", servers.Bare, "/json", "nightly export");
        var idealViewer = Target.Post("ideal viewer", servers.Ideal, "/viewer", Documents.SampleViewer, "nightly export");
        var idealList = Target.Post("ideal list", servers.Ideal, "/tokens", Documents.SampleTokens, "Service account 49");

        var engineViewer = Target.Post("engine viewer", servers.Engine, GraphQL, Documents.SampleViewer, "nightly export");
        var engineList = Target.Post("engine list", servers.Engine, GraphQL, Documents.SampleTokens, "Service account 49");
        var viewer = Target.Post("service viewer", service.Server, GraphQL, Documents.Viewer, "127.0.0.1", service.Key);
        var loggedViewer = Target.Post("service viewer, logged", servers.LoggingService.Server, GraphQL, Documents.Viewer, "127.0.0.1", servers.LoggingService.Key);
        var viewerToken = Target.Post("service viewer and token", service.Server, GraphQL, Documents.ViewerToken, "ACTIVE", service.Key);
        var tokenPage = Target.Post("service page of 50", service.Server, GraphQL, Documents.TokenPage, "Service account 999", service.Key);
        var self = Target.Get("service self", service.Server, "/api-tokens/self", "\"ACTIVE\"", service.Key);
        var verification = Target.Rest(
            "service verify", service.Server, "/api-tokens/verify", $$"""{"value":"{{service.Key}}","require":{"permission":"OrganizationAPITokenRead"},"ipAddress":"127.0.0.1"}""", "\"VALID\"", service.Key);

        var firstSight = Target.Rest("service verify, first sight", forgetful.Server, "/api-tokens/verify", "", "\"VALID\"", forgetful.Key) with
        {
            Body = AlertReader(forgetful.Values[0]),
            Bodies = [.. forgetful.Values.Select(AlertReader)],
        };
        var byAccessToken = viewer with
        {
            Name = "service viewer by JWT",
            Headers = new Dictionary<string, string> { ["Content-Type"] = "application/json", ["Authorization"] = $"Bearer {service.AccessToken}" },
        };

        return
        [
            new("REST `GET /api-tokens/self`, key seen before", self, bare, 0.70, 0.80),
            new("REST `POST /api-tokens/verify` of a known value", verification, bare, 0.55, 0.65),
            new("the same of values seen for the first time, one SQLite read each", firstSight, bare, 0.40, 0.50),
            new("GraphQL `viewer`, document seen before, key checked", viewer, bare, 0.65, 0.75),
            new("the same by a JWT seen before", byAccessToken, bare),
            new("the same with the default request log", loggedViewer, bare),
            new("the same with the caller's own token", viewerToken, bare),
            new("the engine alone: `viewer` with 4 fields", engineViewer, idealViewer),
            new("the engine alone: list of 50 x 8 from memory", engineList, idealList, 0.60, 0.75),
            new("`apiTokens(first: 50)` with 8 fields from SQLite", tokenPage, idealList, 0.25),
        ];
    }

    /// <summary>Asked by one caller, one request after the other, for how long an answer takes; the first is what the others are compared with.</summary>
    public static IReadOnlyList<Target> Alone(ServersUnderTest servers)
    {
        var ratios = Of(servers);
        return [ratios[0].To.Alone, .. ratios.Where(ratio => ratio.To.Name == ratios[0].To.Name && ratio.Required is not null).Select(ratio => ratio.Of.Alone)];
    }

    /// <summary>A write that is on the disk when it is answered, asked for by one caller after the other, and by many at once.</summary>
    public static (Target OneCaller, Target ManyCallers) Writes(ServersUnderTest servers)
    {
        var create = Target.Post("create, 1 caller", servers.Service.Server, GraphQL, Documents.CreateToken, "gqt_", servers.Service.Key) with { Connections = 1 };
        return (create, create with { Name = "create, 32 callers", Connections = 32 });
    }

    private static string AlertReader(string value) => $$"""{"value":"{{value}}","require":{"permission":"AlertRead"},"ipAddress":"192.0.2.1"}""";
}
