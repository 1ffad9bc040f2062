using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using Microsoft.AspNetCore.Http;

namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>
/// GraphQL over HTTP, "GET": one query in the URL, one response. A GET is safe by definition, so a mutation is refused. HEAD is the same without the body
/// (RFC 9110, section 9.3.2), which the server leaves out.
/// </summary>
internal sealed class GetTransport(ExecuteRequest execute, GraphQLHttpOptions options, HttpResponseWriter responses) : ITransport
{
    public IReadOnlyList<string> Methods { get; } = [HttpMethods.Get, HttpMethods.Head];

    public bool Supports(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    public async Task DoAsync(HttpContext context)
    {
        using var parameters = new HttpParameters();
        var request = context.Request;
        var refusal = MediaTypeNegotiation.Negotiate(request.Headers.Accept, out var mediaType)
            ?? CheckPreflight(request.Headers, options)
            ?? RequestQueryString.Read(request.QueryString, options, parameters);

        var response = refusal is null
            ? await execute(parameters.ToRequest(context, options, queriesOnly: true), context.RequestAborted)
            : GraphQLResponse.RequestError(refusal);
        if (!response.HasData && response.Errors[0].Code == ErrorCodes.MethodNotAllowed)
            context.Response.Headers.Allow = HttpMethods.Post;
        await responses.WriteAsync(context, response, mediaType);
    }

    /// <returns>Null, or why this may be another site's doing.</returns>
    public static GraphQLError? CheckPreflight(IHeaderDictionary headers, GraphQLHttpOptions options)
    {
        var required = options.RequiredPreflightHeaders;
        return required.Count == 0 || required.Any(headers.ContainsKey) ? null : Refusals.PreflightRequired(required);
    }
}
