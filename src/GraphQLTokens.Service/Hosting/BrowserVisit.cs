using Microsoft.Net.Http.Headers;

namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// A person's browser asks for a page by naming <c>text/html</c>; programs say <c>*/*</c>, a JSON type, or nothing. RFC 9110 section 12.5.1:
/// a higher quality is preferred, and zero means "not acceptable". Where HTML and a JSON type are wanted alike, the caller is a program.
/// </summary>
internal static class BrowserVisit
{
    public static bool WantsPage(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return false;
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
            return false;
        double page = 0, data = 0;
        foreach (var type in accepted)
        {
            var quality = type.Quality ?? 1;
            if (type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase))
                page = Math.Max(page, quality);
            else if (type.SubTypeWithoutSuffix.Equals("json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
                data = Math.Max(data, quality);
        }
        return page > data;
    }
}
