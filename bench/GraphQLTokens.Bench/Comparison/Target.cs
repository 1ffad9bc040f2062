namespace GraphQLTokens.Bench.Comparison;

/// <summary>One kind of request to one server.</summary>
/// <param name="Expected">What a right answer holds; a GraphQL error comes with status 200 too.</param>
internal sealed record Target(string Name, ServerProcess Server, string Method, string Path, string? Body, string Expected)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public int Connections { get; init; } = 32;

    /// <summary>Sent in turn instead of the one body; empty: that one each time.</summary>
    public IReadOnlyList<string> Bodies { get; init; } = [];

    /// <summary>The same, one request after the other.</summary>
    public Target Alone => this with { Name = $"{Name}, alone", Connections = 1 };

    /// <param name="key">An API token's value; null for servers that ask for none.</param>
    public static Target Get(string name, ServerProcess server, string path, string expected, string? key = null) =>
        new(name, server, "GET", path, null, expected) { Headers = key is null ? [] : new Dictionary<string, string> { ["X-API-Key"] = key } };

    /// <param name="key">An API token's value.</param>
    public static Target Rest(string name, ServerProcess server, string path, string body, string expected, string key) =>
        new(name, server, "POST", path, body, expected) { Headers = new Dictionary<string, string> { ["Content-Type"] = "application/json", ["X-API-Key"] = key } };

    /// <param name="key">An API token's value; null for servers that ask for none.</param>
    public static Target Post(string name, ServerProcess server, string path, string document, string expected, string? key = null)
    {
        var headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" };
        if (key is not null)
            headers["X-API-Key"] = key;
        return new(name, server, "POST", path, GraphQLBody.Of(document), expected) { Headers = headers };
    }

    /// <summary>Asks once, and looks at the answer.</summary>
    /// <exception cref="InvalidOperationException">It is not the right one.</exception>
    public async Task CheckAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(Server.Address, Path));
        if (Body is not null)
            request.Content = new StringContent(Body, System.Text.Encoding.UTF8, "application/json");
        foreach (var (name, value) in Headers.Where(header => header.Key != "Content-Type"))
            request.Headers.Add(name, value);
        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode || answer.Contains("\"errors\"", StringComparison.Ordinal) || !answer.Contains(Expected, StringComparison.Ordinal))
            throw new InvalidOperationException($"{Name} answers {(int)response.StatusCode}: {answer}");
    }
}
