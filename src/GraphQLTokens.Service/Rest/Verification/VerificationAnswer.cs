using System.Text.Json;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Verification;

namespace GraphQLTokens.Service.Rest.Verification;

/// <summary>Verdicts as JSON: one, or many in <c>results</c>. They hold at this moment only, so nobody may keep them.</summary>
internal sealed class VerificationAnswer(IReadOnlyList<TokenVerification> results, bool isOne, VerificationJson verifications) : IResult
{
    // What is written is a fixed shape around texts that were checked when they were stored.
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = "no-store";
        response.ContentType = "application/json";
        Write(response);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    private void Write(HttpResponse response)
    {
        using var json = new Utf8JsonWriter(response.BodyWriter, Options);
        if (isOne)
        {
            verifications.Write(json, results[0]);
            return;
        }
        json.WriteStartObject();
        json.WriteStartArray("results");
        foreach (var result in results)
            verifications.Write(json, result);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
