using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Access.Limits;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Verification;
using GraphQLTokens.Service.Persistence.Settings;
using Microsoft.Extensions.Options;

namespace GraphQLTokens.Service.Rest.Verification;

/// <summary>
/// For whoever looks for leaked values, or has found one. Neither needs a key.
/// <code>
/// GET  /api-tokens/format   200 what a value looks like, for scanners
/// POST /api-tokens/revoke   202 the same words whether there was such a token or not
/// </code>
/// </summary>
internal sealed class LeakEndpoints(RevokeLeakedToken revoke, Revocations limit, IOptions<TokenSettings> settings)
{
    private const string Format = "/api-tokens/format";
    private const string Revoke = "/api-tokens/revoke";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRest("GET", Format, TellFormatAsync);
        endpoints.MapRest("POST", Revoke, RevokeAsync);
        endpoints.RefuseOtherMethods(Format, "GET");
        endpoints.RefuseOtherMethods(Revoke, "POST");
    }

    private async Task<IResult> RevokeAsync(HttpContext context)
    {
        var origin = CallerReader.OriginOf(context);
        if (limit.Count(origin.Address) is { } denial)
            return new DenialResult(denial);
        return await JsonBody.RunAsync(context, members => members.Required("value", members.Text("value")), async value =>
        {
            // Whoever has reported it may be gone by now; the value is out all the same.
            await revoke.RunAsync(value!, origin, CancellationToken.None);
            return new JsonAnswer(StatusCodes.Status202Accepted, json =>
            {
                json.WriteStartObject();
                json.WriteString("message", "If this is the present value of a token, the token has been revoked.");
                json.WriteEndObject();
            });
        });
    }

    private Task<IResult> TellFormatAsync(HttpContext context) => Task.FromResult<IResult>(new JsonAnswer(StatusCodes.Status200OK, json =>
    {
        json.WriteStartObject();
        json.WriteString("prefix", settings.Value.Prefix);
        json.WriteString("pattern", TokenValue.PatternFor(settings.Value.Prefix));
        json.WriteString("patternOfAnyPrefix", TokenValue.Pattern);
        json.WriteStartObject("checksum");
        json.WriteString("algorithm", "CRC-32/ISO-HDLC");
        json.WriteString("of", "all characters before the checksum, as ASCII");
        json.WriteNumber("length", TokenValue.ChecksumLength);
        json.WriteString("digits", Base62.Digits);
        json.WriteString("order", "most significant digit first");
        json.WriteEndObject();
        json.WriteStartObject("revoke");
        json.WriteString("method", "POST");
        json.WriteString("path", Revoke);
        json.WriteString("member", "value");
        json.WriteEndObject();
        json.WriteEndObject();
    }));
}
