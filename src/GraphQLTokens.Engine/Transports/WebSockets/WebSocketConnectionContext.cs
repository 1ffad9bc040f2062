using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GraphQLTokens.Engine.Transports.WebSockets;

/// <summary>What there is to know of whoever asks for a connection.</summary>
/// <param name="HttpContext">The upgrade request, headers included.</param>
/// <param name="Payload">The payload of <c>connection_init</c>, an object; null where there was none. Readable until the verdict is there.</param>
public sealed record WebSocketConnectionContext(HttpContext HttpContext, JsonElement? Payload);
