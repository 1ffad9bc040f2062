using System.Net.WebSockets;
using System.Text;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>How a connection ends: what its close frame says (RFC 6455, section 5.5.1).</summary>
internal sealed record SocketClosure
{
    // A control frame carries 125 bytes, two of them the code.
    private const int MaxReasonBytes = 123;

    public SocketClosure(int code, string reason, bool isAbrupt = false)
    {
        Code = (WebSocketCloseStatus)code;
        Reason = Cut(reason);
        IsAbrupt = isAbrupt;
    }

    public WebSocketCloseStatus Code { get; }

    /// <summary>At most 123 bytes of UTF-8, cut between characters.</summary>
    public string Reason { get; }

    /// <summary>Nothing can be sent any more: the connection is cut without a close frame.</summary>
    public bool IsAbrupt { get; }

    private static string Cut(string reason)
    {
        if (Encoding.UTF8.GetByteCount(reason) <= MaxReasonBytes)
            return reason;
        var length = 0;
        var bytes = 0;
        foreach (var rune in reason.EnumerateRunes())
        {
            if ((bytes += rune.Utf8SequenceLength) > MaxReasonBytes)
                break;
            length += rune.Utf16SequenceLength;
        }

        return reason[..length];
    }
}
