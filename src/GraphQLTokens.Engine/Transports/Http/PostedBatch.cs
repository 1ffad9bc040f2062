using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using Microsoft.AspNetCore.Http;

namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>
/// GraphQL over HTTP, appendix "Batching": several requests in one POST, answered by an array in their order. An entry that is wrong has its error in its place;
/// the status is 200 all the same, since it can speak of no entry alone. What is no batch, or too long a one, is refused whole, and nothing of it is executed.
/// </summary>
internal sealed class PostedBatch(ExecuteBatch execute, GraphQLHttpOptions options, HttpResponseWriter responses)
{
    /// <param name="body">One that is meant as a batch.</param>
    public async Task AnswerAsync(HttpContext context, ReadOnlyMemory<byte> body, ResponseMediaType mediaType)
    {
        if (Split(body, out var texts) is { } refusal)
        {
            await responses.WriteAsync(context, GraphQLResponse.RequestError(refusal), mediaType);
            return;
        }

        if (!await options.AdmitBatch(context, texts.Count))
            return;
        var entries = texts.ConvertAll(text => Entry.Read(text, options));
        try
        {
            await HttpResponseWriter.WriteBatchAsync(context, await ExecuteAsync(context, entries), mediaType);
        }
        finally
        {
            entries.ForEach(entry => entry.Parameters.Dispose());
        }
    }

    private GraphQLError? Split(ReadOnlyMemory<byte> body, out List<ReadOnlyMemory<byte>> entries)
    {
        entries = [];
        return options.MaxBatchSize == 0 ? Refusals.BatchingOff() : BatchJson.Split(body, options.MaxBatchSize, out entries);
    }

    private async ValueTask<IReadOnlyList<GraphQLResponse>> ExecuteAsync(HttpContext context, List<Entry> entries)
    {
        var requests = entries.Where(entry => entry.Fault is null).Select(entry => entry.Parameters.ToRequest(context, options, queriesOnly: false));
        var executed = new Queue<GraphQLResponse>(await execute([.. requests], context.RequestAborted));
        return entries.ConvertAll(entry => entry.Fault is { } fault ? GraphQLResponse.RequestError(fault) : executed.Dequeue());
    }

    private readonly record struct Entry(HttpParameters Parameters, GraphQLError? Fault)
    {
        public static Entry Read(ReadOnlyMemory<byte> json, GraphQLHttpOptions options)
        {
            var parameters = new HttpParameters();
            return new Entry(parameters, RequestJson.Read(json, options.MaxVariablesDepth, parameters));
        }
    }
}
