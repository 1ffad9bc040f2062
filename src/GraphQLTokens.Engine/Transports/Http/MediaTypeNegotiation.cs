using GraphQLTokens.Engine.Errors;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>
/// GraphQL over HTTP, "Body", and RFC 9110, section 12.5.1: answer in the media type that the client's <c>Accept</c> ranks highest, and with 406
/// when it admits none of ours. For each type the most specific range that fits it decides; between the types the higher weight does,
/// then the more specific range, then the one listed first. One range that fits both, or no header at all, means <c>application/json</c>:
/// who does not name the newer type may not know it.
/// </summary>
internal static class MediaTypeNegotiation
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";

    /// <returns>Null, or why no type fits; <paramref name="mediaType"/> is then what to say so in.</returns>
    public static GraphQLError? Negotiate(StringValues accept, out ResponseMediaType mediaType)
    {
        mediaType = ResponseMediaType.Json;
        if (accept.Count == 0 || (accept.Count == 1 && accept[0] is null or "" or "*/*" or Json))
            return null;
        if (accept.Count == 1 && accept[0] == GraphQLResponse)
        {
            mediaType = ResponseMediaType.GraphQLResponse;
            return null;
        }

        var (json, graphQL) = Rank(accept);
        if (json.Weight <= 0 && graphQL.Weight <= 0)
            return Refusals.NotAcceptable();
        mediaType = graphQL.Outranks(json) ? ResponseMediaType.GraphQLResponse : ResponseMediaType.Json;
        return null;
    }

    /// <summary>How the header values the media types of a single response.</summary>
    public static (MediaTypeRank Json, MediaTypeRank GraphQL) Rank(StringValues accept)
    {
        var json = MediaTypeRank.None;
        var graphQL = MediaTypeRank.None;
        var position = 0;
        foreach (var element in HeaderList.Split(accept))
        {
            // A range that cannot be read, or that wants another encoding than ours, names nothing that we could send.
            if (!MediaTypeHeaderValue.TryParse(element, out var range) || !TryWeigh(range, out var weight))
                continue;
            position++;
            if (Specificity(range, Json) is { } forJson && forJson > json.Specificity)
                json = new MediaTypeRank(weight, forJson, position);
            if (Specificity(range, GraphQLResponse) is { } forGraphQL && forGraphQL > graphQL.Specificity)
                graphQL = new MediaTypeRank(weight, forGraphQL, position);
        }

        return (json, graphQL);
    }

    /// <summary>A range's q-value, 1 where none is given; false where the range names nothing that we could send.</summary>
    /// <remarks>Parameters other than these two are let pass: clients send profiles and versions that JSON never defined.</remarks>
    public static bool TryWeigh(MediaTypeHeaderValue range, out double weight)
    {
        weight = range.Quality ?? 1;
        if (range.Charset.HasValue && !HeaderUtilities.RemoveQuotes(range.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return false;
        if (range.Quality is not null)
            return true;
        foreach (var parameter in range.Parameters)
        {
            if (parameter.Name.Equals("q", StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    private static int? Specificity(MediaTypeHeaderValue range, string mediaType)
    {
        if (range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase))
            return 3;
        if (range.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase))
            return 2;
        return range.MatchesAllTypes ? 1 : null;
    }
}
