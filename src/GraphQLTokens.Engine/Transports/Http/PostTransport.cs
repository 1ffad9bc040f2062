using GraphQLTokens.Engine.Execution;
using Microsoft.AspNetCore.Http;

namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>GraphQL over HTTP, "POST": one request as JSON in the body, one response; or a batch of them, where that is allowed.</summary>
internal sealed class PostTransport(ExecuteRequest execute, ExecuteBatch executeBatch, GraphQLHttpOptions options, HttpResponseWriter responses) : ITransport
{
    // The common request fits; a longer one grows as its bytes really arrive, whatever length it promised.
    private const int InitialBytes = 4096;

    private readonly PostedBatch batches = new(executeBatch, options, responses);

    public IReadOnlyList<string> Methods { get; } = [HttpMethods.Post];

    public bool Supports(HttpRequest request) => HttpMethods.IsPost(request.Method);

    public async Task DoAsync(HttpContext context)
    {
        using var body = new PooledBuffer(InitialBytes);
        using var parameters = new HttpParameters();
        var headers = context.Request.Headers;
        var refusal = MediaTypeNegotiation.Negotiate(headers.Accept, out var mediaType)
            ?? RequestContent.Check(context)
            ?? await RequestBody.ReadAsync(context, body, options.MaxBodyBytes);
        if (refusal is null && BatchJson.IsMeant(body.Written.Span))
        {
            await batches.AnswerAsync(context, body.Written, mediaType);
            return;
        }

        refusal ??= RequestJson.Read(body.Written, options.MaxVariablesDepth, parameters);
        var response = refusal is null
            ? await execute(parameters.ToRequest(context, options, queriesOnly: false), context.RequestAborted)
            : GraphQLResponse.RequestError(refusal);
        await responses.WriteAsync(context, response, mediaType);
    }
}
