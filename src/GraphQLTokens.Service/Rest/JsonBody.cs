using System.Text;
using System.Text.Json;
using GraphQLTokens.Service.Domain;
using Microsoft.Net.Http.Headers;

namespace GraphQLTokens.Service.Rest;

/// <summary>
/// The body of a request as one JSON object (RFC 8259), in UTF-8. A type other than JSON is refused whatever the body holds: a page of another site can send
/// forms and plain text without asking first, and JSON it cannot.
/// </summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    public static RestProblem UnsupportedMediaType =>
        new(StatusCodes.Status415UnsupportedMediaType, ServiceCodes.UnsupportedMediaType, "The body must be application/json in UTF-8, not compressed.");

    public static RestProblem NoUnicode => RestProblem.BadRequest("The body has bytes that are no UTF-8, or an escape for half a surrogate pair.");

    /// <summary>Reads the body as an input and runs what it asks for; a body that is not as it should be is refused, and nothing runs.</summary>
    /// <param name="read">Asks for each member that there may be.</param>
    /// <param name="isOptional">No body at all stands for an empty object.</param>
    public static async Task<IResult> RunAsync<TInput>(HttpContext context, Func<JsonMembers, TInput> read, Func<TInput, Task<IResult>> run, bool isOptional = false)
    {
        var request = context.Request;
        TInput input;
        if (isOptional && IsEmpty(request))
        {
            input = read(JsonMembers.None);
        }
        else if (!IsJson(request))
        {
            return UnsupportedMediaType;
        }
        else
        {
            JsonDocument document;
            try
            {
                document = await JsonDocument.ParseAsync(request.Body, Options, context.RequestAborted);
            }
            catch (JsonException fault)
            {
                return RestProblem.BadRequest($"The body is not valid JSON with each name once: line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}.");
            }
            catch (InvalidOperationException)
            {
                // Names are read to be compared.
                return NoUnicode;
            }

            using (document)
            {
                if (!JsonText.IsUnicode(document.RootElement))
                    return NoUnicode;
                if (document.RootElement.ValueKind != JsonValueKind.Object)
                    return RestProblem.BadRequest("The body must be a JSON object.");
                var members = new JsonMembers(document.RootElement);
                input = read(members);
                members.RefuseOthers();
                if (members.Faults.Count > 0)
                    return RestProblem.InvalidInput(members.Faults);
            }
        }

        return await run(input);
    }

    private static bool IsEmpty(HttpRequest request) => request.ContentLength is null or 0 && !request.Headers.ContainsKey(HeaderNames.TransferEncoding);

    /// <summary>Whether the headers say JSON in UTF-8.</summary>
    public static bool IsJson(HttpRequest request) =>
        request.Headers.ContentEncoding.Count == 0
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || Encoding.UTF8.WebName.Equals(HeaderUtilities.RemoveQuotes(type.Charset).Value, StringComparison.OrdinalIgnoreCase));
}
