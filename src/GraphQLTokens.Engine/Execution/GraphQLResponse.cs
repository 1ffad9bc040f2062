using System.Buffers;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution.Results;

namespace GraphQLTokens.Engine.Execution;

/// <summary>A response (section 7.1): what a transport picks its status by, and then writes.</summary>
public sealed class GraphQLResponse
{
    private readonly ResultObject? data;

    private GraphQLResponse(bool hasData, ResultObject? data, IReadOnlyList<GraphQLError> errors)
    {
        HasData = hasData;
        this.data = data;
        Errors = errors;
    }

    /// <summary>False for a request error: nothing was executed, and `data` is left out (section 7.1.3). With true, `data` may still be null.</summary>
    public bool HasData { get; }

    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>The protocol's `extensions` map (section 7.1.7); null for none.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; private init; }

    /// <summary>A response without `data`.</summary>
    public static GraphQLResponse RequestError(params IReadOnlyList<GraphQLError> errors) => new(hasData: false, null, errors);

    internal static GraphQLResponse Executed(ResultObject? data, IReadOnlyList<GraphQLError> errors) => new(hasData: true, data, errors);

    /// <summary>The same response with `extensions`.</summary>
    internal GraphQLResponse With(IReadOnlyDictionary<string, object?> extensions) => new(HasData, data, Errors) { Extensions = extensions };

    /// <summary>Writes the response as UTF-8 JSON: `errors` first where there are any, then `data`, then `extensions` where there are any.</summary>
    public void WriteTo(IBufferWriter<byte> output) => ResponseWriter.Write(output, HasData, data, Errors, Extensions);
}
