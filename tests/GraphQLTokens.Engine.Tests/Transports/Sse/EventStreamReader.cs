using System.Text;

namespace GraphQLTokens.Engine.Tests.Transports.Sse;

/// <summary>An open event stream, read event by event: each as its lines, joined with <c>|</c>.</summary>
internal sealed class EventStreamReader(HttpClient client, HttpResponseMessage response, StreamReader reader) : IDisposable
{
    public HttpResponseMessage Response => response;

    public static async Task<EventStreamReader> OpenAsync(HttpHost host, string document, HttpMethod? method = null)
    {
        // Whoever leaves leaves at once: unless told, the rest of the answer is waited for two seconds.
        var client = new HttpClient(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero }) { Timeout = LiveSchema.HangGuard };
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, host.Endpoint);
        if (request.Method == HttpMethod.Get)
            request.RequestUri = new Uri(host.Endpoint + "?query=" + Uri.EscapeDataString(document));
        else
            request.Content = new StringContent($$"""{"query":"{{document}}"}""", Encoding.UTF8, "application/json");
        request.Headers.Add("Accept", "text/event-stream");
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new EventStreamReader(client, response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    /// <summary>The next event or comment; null at the end of the stream.</summary>
    public async Task<string?> NextAsync()
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync().WaitAsync(LiveSchema.HangGuard) is { } line)
        {
            if (line.Length == 0)
                return string.Join('|', lines);
            lines.Add(line);
        }

        return lines.Count == 0 ? null : throw new InvalidOperationException($"The stream broke off within an event: {string.Join('|', lines)}");
    }

    public async Task<List<string>> RestAsync()
    {
        var events = new List<string>();
        while (await NextAsync() is { } each)
            events.Add(each);
        return events;
    }

    public void Dispose()
    {
        reader.Dispose();
        response.Dispose();
        client.Dispose();
    }
}
