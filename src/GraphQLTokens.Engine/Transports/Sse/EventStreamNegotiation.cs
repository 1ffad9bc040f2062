using GraphQLTokens.Engine.Transports.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GraphQLTokens.Engine.Transports.Sse;

/// <summary>
/// RFC 9110, section 12.5.1: whether a client's <c>Accept</c> ranks <c>text/event-stream</c> above every media type of a single response. It must be
/// named: whoever admits anything, or any text, gets JSON.
/// </summary>
internal static class EventStreamNegotiation
{
    private const string EventStream = "text/event-stream";

    public static bool IsWanted(StringValues accept)
    {
        // Every request passes here, and nearly none names the type.
        if (!IsMentioned(accept))
            return false;
        var eventStream = Rank(accept);
        var (json, graphQL) = MediaTypeNegotiation.Rank(accept);
        return eventStream.Weight > 0 && eventStream.Outranks(json) && eventStream.Outranks(graphQL);
    }

    private static bool IsMentioned(StringValues accept)
    {
        foreach (var line in accept)
        {
            if (line is not null && line.Contains(EventStream, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // Positions are counted as MediaTypeNegotiation counts them, so that the ranks can be compared.
    private static MediaTypeRank Rank(StringValues accept)
    {
        var position = 0;
        foreach (var element in HeaderList.Split(accept))
        {
            if (!MediaTypeHeaderValue.TryParse(element, out var range) || !MediaTypeNegotiation.TryWeigh(range, out var weight))
                continue;
            position++;
            if (range.MediaType.Equals(EventStream, StringComparison.OrdinalIgnoreCase))
                return new MediaTypeRank(weight, Specificity: 3, position);
        }

        return MediaTypeRank.None;
    }
}
