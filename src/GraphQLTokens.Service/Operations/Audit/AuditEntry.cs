using System.Buffers;
using System.Text;
using System.Text.Json;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence;
using Microsoft.EntityFrameworkCore;

namespace GraphQLTokens.Service.Operations.Audit;

/// <summary>
/// Puts together what the audit log keeps of a caller's action: the actor as it was, whence it came, with what parameters, how it ended.
/// All text that callers chose passes <see cref="TokenValueMask"/>: a value sent as an id by mistake is live, and the log is read by many.
/// </summary>
internal static class AuditEntry
{
    /// <summary>What is done is kept whole: what the rules allow is shorter, but for padding such as a name between thousands of spaces.</summary>
    private const int MaxInputBytes = 128 * 1024;

    /// <summary>Of what is refused, which costs its sender nothing, no more than an ordinary input takes.</summary>
    private const int MaxRefusedInputBytes = 4 * 1024;

    private const int MaxHeaderLength = 1024;

    /// <param name="input">Writes the input as one JSON object; it leaves secrets out, as far as it knows them.</param>
    public static AuditEvent Of(Caller caller, string action, Action<Utf8JsonWriter> input, IReadOnlyList<string> refusals, TimeProvider time) => new()
    {
        Id = EntityId.New(time),
        TenantId = caller.TenantId,
        ActionName = action,
        Result = refusals.Count == 0 ? AuditResult.Succeeded : AuditResult.Failed,
        Params = Params(input, refusals.Count == 0 ? MaxInputBytes : MaxRefusedInputBytes),
        Errors = refusals.Count == 0 ? null : Json(json => WriteErrors(json, refusals)),
        ActorKind = ActorKind.Token,
        ActorId = caller.TokenId,
        ActorName = TokenValueMask.Apply(caller.TokenName),
        ActorAttributes = caller.RoleKey is null && caller.AccessToken is null ? null : Json(json => WriteAttributes(json, caller)),
        SourceIP = caller.Origin.Address is { } address ? AddressText.Format(address) : null,
        ForwardedFor = Json(json => WriteForwardedFor(json, caller.Origin.ForwardedFor)),
        UserAgent = Kept(caller.Origin.UserAgent),
        Timestamp = time.Now(),
    };

    /// <summary>What the service does by itself, for the whole deployment: the root tenant's.</summary>
    public static async Task<AuditEvent> OfSystemAsync(TokensDbContext db, string action, string description, TimeProvider time, CancellationToken cancellationToken) => new()
    {
        Id = EntityId.New(time),
        TenantId = (await db.Tenants.SingleAsync(tenant => tenant.ParentId == null, cancellationToken)).Id,
        ActionName = action,
        ActionDescription = description,
        Result = AuditResult.Succeeded,
        Params = """{"dynamic":{"input":{}},"static":{}}""",
        ActorKind = ActorKind.System,
        ActorId = Guid.Empty,
        ActorName = "GraphQLTokens",
        ForwardedFor = "[]",
        Timestamp = time.Now(),
    };

    private static string Params(Action<Utf8JsonWriter> input, int most)
    {
        var text = Json(input);
        if (text.Length > most)
            text = """{"tooLong":true}""";
        return $$$"""{"dynamic":{"input":{{{TokenValueMask.Apply(text)}}}},"static":{}}""";
    }

    private static void WriteErrors(Utf8JsonWriter json, IReadOnlyList<string> refusals)
    {
        json.WriteStartArray();
        foreach (var refusal in refusals)
        {
            json.WriteStartObject();
            json.WriteString("message", Kept(refusal));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteAttributes(Utf8JsonWriter json, Caller caller)
    {
        json.WriteStartObject();
        if (caller.RoleKey is not null)
            json.WriteString("roleName", caller.RoleKey);
        if (caller.AccessToken is not null)
            json.WriteString("accessTokenId", EntityId.Format(caller.AccessToken.Id));
        json.WriteEndObject();
    }

    private static void WriteForwardedFor(Utf8JsonWriter json, IReadOnlyList<string> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
            json.WriteStringValue(Kept(value));
        json.WriteEndArray();
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
            write(json);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static string? Kept(string? text)
    {
        if (text is null)
            return null;
        var masked = TokenValueMask.Apply(text);
        return masked.Length > MaxHeaderLength ? masked[..MaxHeaderLength] : masked;
    }
}
