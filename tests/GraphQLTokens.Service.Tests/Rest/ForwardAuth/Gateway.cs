using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GraphQLTokens.Service.Tests.Rest.ForwardAuth;

/// <summary>
/// A gateway that asks. It writes its request itself, byte by byte: clients of the framework tidy up targets and headers that a gateway passes on as they are.
/// </summary>
internal sealed class Gateway(string service, string from = Gateway.Address)
{
    public const string Address = "127.0.0.9";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="target">As it stands in the request line.</param>
    /// <param name="key">Goes into <c>X-API-Key</c>; null: none is sent.</param>
    /// <param name="headers">Lines such as <c>X-Forwarded-For: 203.0.113.7</c>.</param>
    public async Task<GatewayAnswer> AskAsync(string target, string? key, string method = "GET", params string[] headers)
    {
        var url = new Uri(service);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        await socket.ConnectAsync(IPAddress.Loopback, url.Port);
        string[] lines = [$"{method} {target} HTTP/1.1", "Host: gateway", "Connection: close", .. key is null ? [] : new[] { $"X-API-Key: {key}" }, .. headers, "", ""];
        await socket.SendAsync(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));
        using var patience = new CancellationTokenSource(Patience);
        await using var stream = new NetworkStream(socket);
        return await GatewayAnswer.ReadAsync(stream, hasBody: method != "HEAD", patience.Token);
    }
}

/// <summary>What came back: one value a header, several lines joined by commas.</summary>
internal sealed record GatewayAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string this[string header] => Headers.TryGetValue(header, out var value) ? value : "(absent)";

    public string Reason => this["X-Auth-Reason"];

    /// <summary>Reads no further than the answer goes: the connection stays open for as long as the service waits for a body.</summary>
    public static async Task<GatewayAnswer> ReadAsync(Stream stream, bool hasBody, CancellationToken cancellationToken)
    {
        var received = new StringBuilder();
        var buffer = new byte[4096];
        while (!IsWhole(received.ToString(), hasBody))
        {
            var length = await stream.ReadAsync(buffer, cancellationToken);
            Assert.True(length > 0, $"The answer breaks off: '{received}'");
            received.Append(Encoding.UTF8.GetString(buffer, 0, length));
        }

        var (head, body) = Parts(received.ToString());
        var lines = head.Split("\r\n");
        var headers = lines[1..].Select(line => line.Split(':', 2)).GroupBy(line => line[0], line => line[1].Trim(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(header => header.Key, header => string.Join(", ", header), StringComparer.OrdinalIgnoreCase);
        // Of chunks, every other line is a length.
        return new GatewayAnswer(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, string.Concat(body.Split("\r\n").Where((_, index) => index % 2 == 1)));
    }

    private static bool IsWhole(string text, bool hasBody) => Parts(text) is var (head, body) && head.Length > 0
        && (!hasBody || !head.Contains("Transfer-Encoding: chunked", StringComparison.Ordinal) || body.EndsWith("0\r\n\r\n", StringComparison.Ordinal));

    private static (string Head, string Body) Parts(string text) =>
        text.Split("\r\n\r\n", 2) is [var head, var body] ? (head, body) : ("", "");
}
