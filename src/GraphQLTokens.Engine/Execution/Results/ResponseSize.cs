using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Execution.Results;

/// <summary>
/// How much a response holds by now. Added to by the operation's loop alone, as values come in: the response is given up before it fills memory, not when it is
/// written. A lower bound of its length, since escapes and numbers count as little as they can.
/// </summary>
internal sealed class ResponseSize(int limit)
{
    // A number, a boolean, null, a comma between items.
    private const int Least = 2;

    // With its quotes.
    private const int GuidLength = 38;

    // `{"message":"","locations":[{"line":1,"column":1}],"path":[],"extensions":{"code":""}}` and a comma, more or less.
    private const int ErrorFrame = 90;

    private long bytes;

    /// <summary>Whether the response was given up.</summary>
    public bool IsExceeded => bytes > limit;

    public GraphQLError Error => LimitExceeded.Error(
        ErrorCodes.ResponseLimitExceeded, $"The response would be longer than {limit} bytes. Ask for shorter pages, or for less of each item.", limit);

    /// <exception cref="OperationCanceledException">The response is too long.</exception>
    public void Add(int count)
    {
        bytes += count;
        if (bytes > limit)
            throw new OperationCanceledException();
    }

    /// <inheritdoc cref="Add"/>
    public void AddLeaf(object value) => Add(value switch
    {
        string text => Encoding.UTF8.GetByteCount(text) + Least,
        JsonElement { ValueKind: not JsonValueKind.Undefined } json => JsonMarshal.GetRawUtf8Value(json).Length,
        Guid => GuidLength,
        _ => Least,
    });

    /// <inheritdoc cref="Add"/>
    public void AddError(GraphQLError error) => Add(ErrorFrame + Encoding.UTF8.GetByteCount(error.Message));
}
