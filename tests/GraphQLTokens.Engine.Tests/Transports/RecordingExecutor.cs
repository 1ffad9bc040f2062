using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;

namespace GraphQLTokens.Engine.Tests.Transports;

/// <summary>Stands in for the executor: keeps the request that a transport made, and answers what it was told to.</summary>
internal sealed class RecordingExecutor(GraphQLResponse? answer = null)
{
    public static readonly GraphQLResponse NoData = GraphQLResponse.Executed(data: null, []);

    public GraphQLRequest? Request { get; private set; }

    /// <summary>The variables as text, since they do not outlive the request; null for none.</summary>
    public string? Variables { get; private set; }

    public string? Extensions { get; private set; }

    public static GraphQLResponse Refusal(string code) => GraphQLResponse.RequestError(new GraphQLError("No.", code: code));

    public static GraphQLResponse Partial() => GraphQLResponse.Executed(data: null, [new GraphQLError("Half of it.")]);

    public ValueTask<GraphQLResponse> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Request = request;
        Variables = TextOf(request.Variables);
        Extensions = TextOf(request.Extensions);
        return new ValueTask<GraphQLResponse>(answer ?? NoData);
    }

    private static string? TextOf(System.Text.Json.JsonElement element) =>
        element.ValueKind == System.Text.Json.JsonValueKind.Undefined ? null : element.GetRawText();
}
