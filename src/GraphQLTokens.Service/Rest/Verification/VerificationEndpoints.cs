using System.Text.Json;
using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Operations;
using GraphQLTokens.Service.Operations.Limits;
using GraphQLTokens.Service.Operations.Verification;

namespace GraphQLTokens.Service.Rest.Verification;

/// <summary>
/// <code>
/// POST /api-tokens/verify   200 {"valid":true,"code":"VALID",...}, or {"results":[...]} for {"items":[...]}     Mutation.verifyAPITokens
/// </code>
/// A value that is not good is a verdict and no error: 200 too.
/// </summary>
internal sealed class VerificationEndpoints(VerifyTokens verify, VerificationJson verifications, TokenLimits limits)
{
    private const string Pattern = "/api-tokens/verify";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRest("POST", Pattern, VerifyAsync).GuardedBy("Mutation.verifyAPITokens");
        endpoints.RefuseOtherMethods(Pattern, "POST");
    }

    private async Task<IResult> VerifyAsync(HttpContext context)
    {
        if (!JsonBody.IsJson(context.Request))
            return JsonBody.UnsupportedMediaType;
        InputFault? fault;
        VerifyTokenInput? one;
        List<VerifyTokenInput>? many;
        var body = await ReadAsync(context);
        try
        {
            fault = VerifyBody.Read(body, out one, out many);
        }
        catch (JsonException broken)
        {
            return RestProblem.BadRequest($"The body is not valid JSON: line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}.");
        }
        catch (InvalidOperationException)
        {
            // A name that is no text cannot be compared with those that are known.
            return JsonBody.NoUnicode;
        }
        finally
        {
            // Of a body that nobody has taken the server makes an end by closing the connection, under the client's next request.
            context.Request.BodyReader.AdvanceTo(body.End);
        }
        if (fault is not null)
            return RestProblem.InvalidInput([fault]);

        // The guard cannot count what it has not read: each value counts here, as the field's directive says.
        var caller = CallerReaderGuard.CallerOf(context);
        if (limits.Count(caller.TokenId, caller.RateLimit, many?.Count ?? 1) is { IsAllowed: false } refused)
            return new DenialResult(Denial.RateLimited(refused));
        var outcome = many is null ? await verify.RunAsync(caller, one!, context.RequestAborted) : await verify.RunAsync(caller, many, context.RequestAborted);
        return outcome.Status switch
        {
            VerifyTokensStatus.Done => new VerificationAnswer(outcome.Results, many is null, verifications),
            VerifyTokensStatus.InvalidInput => RestProblem.InvalidInput([.. outcome.Faults.Select(Named)]),
            VerifyTokensStatus.AccessDenied => new DenialResult(Denial.MissingPermission(VerifyTokens.Needed)),
        };
    }

    /// <summary>The whole body, where it lies; the server bounds its length.</summary>
    private static async ValueTask<System.Buffers.ReadOnlySequence<byte>> ReadAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (read.IsCompleted)
                return read.Buffer;
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>The argument <c>inputs</c> of GraphQL is the member <c>items</c> here.</summary>
    private static InputFault Named(InputFault fault) =>
        fault.Field.StartsWith("inputs", StringComparison.Ordinal) ? fault with { Field = string.Concat("items", fault.Field.AsSpan("inputs".Length)) } : fault;
}
