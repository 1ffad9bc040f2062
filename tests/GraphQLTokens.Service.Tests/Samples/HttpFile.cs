using System.Net.Http.Headers;

namespace GraphQLTokens.Service.Tests.Samples;

/// <summary>An .http file as the common editors read it: comments, variables, the request line, headers, an empty line, the body.</summary>
internal sealed class HttpFile(string text)
{
    private const string WithOwnValue = "# Sent with the created token's own value.";

    /// <summary>Whether it is the created token that sends it, and not the root token.</summary>
    public bool IsSentByCreated => text.Contains(WithOwnValue, StringComparison.Ordinal);

    /// <param name="variables">What <c>{{name}}</c> stands for.</param>
    public HttpRequestMessage Request(IReadOnlyDictionary<string, string> variables)
    {
        var filled = variables.Aggregate(text, (filled, variable) => filled.Replace($$$"""{{{{{variable.Key}}}}}""", variable.Value, StringComparison.Ordinal));
        var lines = filled.TrimEnd('\n').Split('\n').SkipWhile(line => line.Length == 0 || line[0] is '#' or '@').ToArray();
        var start = lines[0].Split(' ');
        var end = Array.IndexOf(lines, "") is var empty && empty < 0 ? lines.Length : empty;
        var request = new HttpRequestMessage(new HttpMethod(start[0]), start[1]);
        if (end < lines.Length)
            request.Content = new StringContent(string.Join('\n', lines[(end + 1)..]));
        foreach (var header in lines[1..end].Select(line => line.Split(": ", 2)))
        {
            if (header[0] == "Content-Type")
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(header[1]);
            else
                request.Headers.Add(header[0], header[1]);
        }

        return request;
    }
}
