using System.Buffers;
using BenchmarkDotNet.Attributes;
using GraphQLTokens.Bench.Comparison;
using GraphQLTokens.Bench.Servers;
using GraphQLTokens.Engine;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;

namespace GraphQLTokens.Bench.Benches;

/// <summary>Documents that were seen before, from the request to the response's bytes, without HTTP.</summary>
public class ExecutionBench
{
    private static readonly RequestExecutor Executor = new(
        SchemaLoader.Load(SampleSchema.Text),
        new SchemaBindings()
            .BindType<SampleViewer>("Viewer")
            .BindType<SampleToken>("Token")
            .BindEnum<SampleStatus>("Status")
            .AddResolvers("Query", typeof(SampleQueries), null));

    private static readonly GraphQLRequest Viewer = new() { Document = Documents.SampleViewer };
    private static readonly GraphQLRequest Tokens = new() { Document = Documents.SampleTokens };
    private readonly ArrayBufferWriter<byte> output = new(64 * 1024);

    [Benchmark]
    public ValueTask<GraphQLResponse> ExecuteViewer() => Executor.ExecuteAsync(Viewer);

    [Benchmark]
    public Task<int> ExecuteAndWriteViewer() => WriteAsync(Viewer);

    [Benchmark]
    public ValueTask<GraphQLResponse> ExecuteListOf50By8() => Executor.ExecuteAsync(Tokens);

    [Benchmark]
    public Task<int> ExecuteAndWriteListOf50By8() => WriteAsync(Tokens);

    private async Task<int> WriteAsync(GraphQLRequest request)
    {
        var response = await Executor.ExecuteAsync(request);
        output.ResetWrittenCount();
        response.WriteTo(output);
        return output.WrittenCount;
    }
}
