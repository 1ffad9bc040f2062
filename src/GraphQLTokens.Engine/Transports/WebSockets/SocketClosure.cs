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

    /// <summary>
    /// At most 123 bytes of UTF-8, cut between characters. Without control characters: a reason may repeat what the client sent, and is logged.
    /// </summary>
    public string Reason { get; }

    /// <summary>Nothing can be sent any more: the connection is cut without a close frame.</summary>
    public bool IsAbrupt { get; }

    private static string Cut(string reason)
    {
        var kept = new StringBuilder();
        var bytes = 0;
        foreach (var rune in reason.EnumerateRunes())
        {
            var printed = Rune.IsControl(rune) ? new Rune('?') : rune;
            if ((bytes += printed.Utf8SequenceLength) > MaxReasonBytes)
                break;
            kept.Append(printed);
        }

        return kept.ToString();
    }
}
