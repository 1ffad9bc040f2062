using Microsoft.AspNetCore.Http;

namespace GraphQLTokens.Engine.Transports;

/// <summary>
/// One way in which a GraphQL request can arrive and be answered. The endpoint asks its transports in order and the first
/// that supports a request has it whole, refusals included.
/// </summary>
internal interface ITransport
{
    /// <summary>The HTTP methods that it answers: what a 405 lists in <c>Allow</c>.</summary>
    IReadOnlyList<string> Methods { get; }

    /// <summary>Decides by the method and the headers alone: nothing of the body is read yet.</summary>
    bool Supports(HttpRequest request);

    Task DoAsync(HttpContext context);
}
