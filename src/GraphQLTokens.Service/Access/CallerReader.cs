using System.Net;
using GraphQLTokens.Service.Access.Limits;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Domain.Limits;
using GraphQLTokens.Service.Operations.Limits;

namespace GraphQLTokens.Service.Access;

/// <summary>
/// From an HTTP request to who calls: reads the credential and the client's address, has them judged, and counts the request against the limit of the token,
/// or a bad credential against that of its address. Every door comes through here, so each request counts once.
/// </summary>
internal sealed partial class CallerReader(Authenticator authenticator, FailedAttempts failed, TokenLimits limits, ILogger<CallerReader> logger)
{
    public const string ApiKeyHeader = "X-API-Key";

    /// <summary>What the headers of a request present.</summary>
    public static Credential CredentialOf(HttpContext context) => Credential.Read(context.Request.Headers[ApiKeyHeader], context.Request.Headers.Authorization);

    public ValueTask<Admission> ReadAsync(HttpContext context) => ReadAsync(context, CredentialOf(context));

    /// <summary>The same for a credential that came by another way, such as the first message on a WebSocket.</summary>
    public async ValueTask<Admission> ReadAsync(HttpContext context, Credential credential)
    {
        var address = AddressOf(context);
        switch (credential.Kind)
        {
            case CredentialKind.None:
                return Deny(Denial.NoCredential, null, address);
            case CredentialKind.Ambiguous:
                return Deny(Denial.AmbiguousCredential, null, address);
            case CredentialKind.One:
                break;
        }
        var verdict = await authenticator.JudgeAsync(credential.Value, address, context.RequestAborted);
        if (verdict.Code is not VerificationCode.Valid)
            return Deny(Refuse(verdict, address), verdict.Record?.TokenId, address);
        var caller = verdict.ToCaller(OriginOf(context));
        if (CountUse(caller, context.Response) is { IsAllowed: false } refused)
            return new Admission(Denial.RateLimited(refused), caller);
        await authenticator.NoteUseAsync(verdict, address, context.RequestAborted);
        return new Admission(caller);
    }

    /// <summary>A bad credential is told what is wrong with it, until there have been too many. Where the address is wrong, the credential is good.</summary>
    private Denial Refuse(Verdict verdict, IPAddress? address)
    {
        var denial = Denial.Of(verdict);
        return denial.Kind is DenialKind.Unauthenticated && failed.Count(address) is { } reading ? Denial.TooManyFailedAttempts(reading) : denial;
    }

    private MeterReading? CountUse(Caller caller, HttpResponse response)
    {
        var counted = limits.Count(caller.TokenId, caller.RateLimit);
        if (counted is { } reading && !response.HasStarted)
            TellLimit(response, caller, reading);
        return counted;
    }

    /// <summary>The answer says what is left when it is sent, not when it was begun: fields that count on their own may follow.</summary>
    private void TellLimit(HttpResponse response, Caller caller, MeterReading reading) => response.OnStarting(() =>
    {
        RateLimitHeaders.Write(response.Headers, reading.IsAllowed ? limits.Count(caller.TokenId, caller.RateLimit, cost: 0) ?? reading : reading);
        return Task.CompletedTask;
    });

    /// <summary>Whence a request came, whoever calls.</summary>
    public static CallOrigin OriginOf(HttpContext context)
    {
        var headers = context.Request.Headers;
        var forwardedFor = headers["X-Forwarded-For"];
        var userAgent = headers.UserAgent;
        return new CallOrigin(
            AddressOf(context),
            userAgent.Count == 0 ? null : userAgent.ToString(),
            forwardedFor.Count == 0 ? [] : [.. forwardedFor.OfType<string>()]);
    }

    private static IPAddress? AddressOf(HttpContext context) =>
        context.Features.Get<IClientAddressFeature>() is { } feature ? feature.Address : context.Connection.RemoteIpAddress;

    private Admission Deny(Denial denial, Guid? tokenId, IPAddress? address)
    {
        // Whoever sends bad credentials by the thousand does not fill the log with them.
        if (denial.Kind is DenialKind.TooMany)
            LogTooMany(denial.LogWords, tokenId, address);
        else
            LogDenied(denial.LogWords, tokenId, address);
        return new Admission(denial);
    }

    [LoggerMessage(LogLevel.Information, "Denied: {Reason} (token {TokenId}, address {Address}).")]
    private partial void LogDenied(string reason, Guid? tokenId, IPAddress? address);

    [LoggerMessage(LogLevel.Debug, "Denied: {Reason} (token {TokenId}, address {Address}).")]
    private partial void LogTooMany(string reason, Guid? tokenId, IPAddress? address);
}
