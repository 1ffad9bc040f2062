using System.Buffers;
using BenchmarkDotNet.Attributes;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;

namespace GraphQLTokens.Bench.Benches;

/// <summary>Writing a refusal, and so the part of a response that every answer has.</summary>
public class ResponseWriterBench
{
    private static readonly GraphQLResponse Refusal =
        GraphQLResponse.RequestError(new GraphQLError("access denied", [new SourceLocation(3, 7)], code: "ACCESS_DENIED"));

    private readonly ArrayBufferWriter<byte> output = new(4096);

    [Benchmark]
    public int WriteRefusal()
    {
        output.ResetWrittenCount();
        Refusal.WriteTo(output);
        return output.WrittenCount;
    }
}
