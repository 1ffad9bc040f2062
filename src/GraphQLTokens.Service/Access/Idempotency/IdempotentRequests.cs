using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Idempotency;

namespace GraphQLTokens.Service.Access.Idempotency;

/// <summary>
/// Requests with an <c>Idempotency-Key</c>, done once however often they are sent. It stands between the door and what answers, which knows nothing of it
/// but the <see cref="IdempotentCall"/> on its caller:
/// <list type="number">
/// <item>While a request of the same caller and key is under way, another one is refused.</item>
/// <item>Was it done before: the answer is given again as it was kept. Where it was not kept (the service was cut off in between) or the caller's rights
/// have changed, the request runs again, is judged again, and its operation answers what it made the first time.</item>
/// <item>Else it runs. Its operation remembers the call in the transaction of the change; then the answer is kept, then sent.</item>
/// </list>
/// What is refused is not remembered: the key is free for the corrected request.
/// </summary>
internal sealed partial class IdempotentRequests(RememberedCalls calls, ILogger<IdempotentRequests> logger)
{
    public const string ReplayedHeader = "Idempotent-Replayed";

    private readonly ConcurrentDictionary<(Guid TokenId, string KeyHash), bool> underWay = new();

    /// <summary>Other methods are idempotent by themselves, or refused: the header means nothing there.</summary>
    public static bool IsAskedFor(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.Headers.ContainsKey(IdempotencyKey.Header);

    /// <param name="place">Whereto it was sent; the same for addresses that mean the same.</param>
    /// <param name="check">Looks at the body, whether its answer can be given again; null: it can.</param>
    /// <param name="next">Runs with the caller in the features of the request.</param>
    public async Task RunAsync(
        HttpContext context, Caller caller, string place, Func<ReadOnlyMemory<byte>, IdempotencyProblem?> check, RequestDelegate next)
    {
        if (!IdempotencyKey.TryRead(context.Request.Headers[IdempotencyKey.Header], out var key))
            await IdempotencyProblem.InvalidKey.ExecuteAsync(context);
        else if (!TokenValue.TryParse(CallerReader.CredentialOf(context).Value, out var presented))
            await IdempotencyProblem.NoApiKey.ExecuteAsync(context);
        else if (await RequestCopy.ReadAsync(context) is var body && check(body) is { } problem)
            await problem.ExecuteAsync(context);
        else
            await RunOnceAsync(context, caller, new IdempotentCall(caller, presented, key, FingerprintOf(caller, place, body)), next);
    }

    private async Task RunOnceAsync(HttpContext context, Caller caller, IdempotentCall call, RequestDelegate next)
    {
        var slot = (call.TokenId, Convert.ToHexString(call.KeyHash));
        if (!underWay.TryAdd(slot, true))
        {
            await IdempotencyProblem.InUse.ExecuteAsync(context);
            return;
        }
        try
        {
            var before = await calls.FindAsync(call, context.RequestAborted);
            if (before is not null && Check(before, call) is { } problem)
                await problem.ExecuteAsync(context);
            else if (before?.SealedAnswer is { } box && before.Rights.AsSpan().SequenceEqual(call.Rights) && call.OpenAnswer(box) is { } kept)
                await SendAsync(context, kept, isReplayed: true);
            else
                await AnswerAsync(context, caller with { Call = call }, call, next);
        }
        finally
        {
            underWay.TryRemove(slot, out _);
        }
    }

    private static IdempotencyProblem? Check(RememberedCall before, IdempotentCall call) =>
        before.ValueGeneration != call.ValueGeneration ? IdempotencyProblem.OtherValue
        : !before.Fingerprint.AsSpan().SequenceEqual(call.Fingerprint) ? IdempotencyProblem.OtherRequest
        : call.TryRecall(before.SealedValue) ? null
        : IdempotencyProblem.OtherValue;

    private async Task AnswerAsync(HttpContext context, Caller caller, IdempotentCall call, RequestDelegate next)
    {
        context.Features.Set(caller);
        var answer = await RequestCopy.CaptureAsync(context, next);
        if (call.IsDone && IsWhole(context, answer))
            await KeepAsync(call, answer);
        await SendAsync(context, answer, call.IsRepeat);
    }

    private async Task KeepAsync(IdempotentCall call, KeptAnswer answer)
    {
        try
        {
            // Done is done, whether or not its maker still waits.
            await calls.AddAnswerAsync(call, answer, CancellationToken.None);
        }
        catch (Exception fault)
        {
            LogNotKept(fault, call.TokenId);
        }
    }

    /// <summary>Without errors, and not torn because the client has left: else it is better made again.</summary>
    private static bool IsWhole(HttpContext context, KeptAnswer answer)
    {
        if (answer.Status != StatusCodes.Status200OK || context.RequestAborted.IsCancellationRequested)
            return false;
        try
        {
            using var json = JsonDocument.Parse(answer.Body);
            return json.RootElement.ValueKind == JsonValueKind.Object && !json.RootElement.TryGetProperty("errors", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static async Task SendAsync(HttpContext context, KeptAnswer answer, bool isReplayed)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        response.Headers.CacheControl = "no-store";
        if (isReplayed)
            response.Headers[ReplayedHeader] = "true";
        await response.BodyWriter.WriteAsync(answer.Body, context.RequestAborted);
    }

    private static byte[] FingerprintOf(Caller caller, string place, byte[] body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(caller.TenantId.ToByteArray(bigEndian: true));
        hash.AppendData(Encoding.UTF8.GetBytes(place + '\n'));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    [LoggerMessage(LogLevel.Warning, "An answer to token {TokenId} could not be kept; a repeat of its request is answered anew.")]
    private partial void LogNotKept(Exception fault, Guid tokenId);
}
