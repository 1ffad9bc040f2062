using System.Net;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Access;

/// <summary>From an HTTP request to who calls: reads the credential and the client's address, and has them judged.</summary>
internal sealed partial class CallerReader(Authenticator authenticator, ILogger<CallerReader> logger)
{
    public const string ApiKeyHeader = "X-API-Key";

    /// <summary>What the headers of a request present.</summary>
    public static Credential CredentialOf(HttpContext context) => Credential.Read(context.Request.Headers[ApiKeyHeader], context.Request.Headers.Authorization);

    public ValueTask<Admission> ReadAsync(HttpContext context) => ReadAsync(context, CredentialOf(context));

    /// <summary>The same for a credential that came by another way, such as the first message on a WebSocket.</summary>
    public async ValueTask<Admission> ReadAsync(HttpContext context, Credential credential)
    {
        var headers = context.Request.Headers;
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
            return Deny(Denial.Of(verdict), verdict.Record?.TokenId, address);
        var forwardedFor = headers["X-Forwarded-For"];
        var userAgent = headers.UserAgent;
        return new Admission(verdict.ToCaller(new CallOrigin(
            address,
            userAgent.Count == 0 ? null : userAgent.ToString(),
            forwardedFor.Count == 0 ? [] : [.. forwardedFor.OfType<string>()])));
    }

    private static IPAddress? AddressOf(HttpContext context) =>
        context.Features.Get<IClientAddressFeature>() is { } feature ? feature.Address : context.Connection.RemoteIpAddress;

    private Admission Deny(Denial denial, Guid? tokenId, IPAddress? address)
    {
        LogDenied(denial.LogWords, tokenId, address);
        return new Admission(denial);
    }

    [LoggerMessage(LogLevel.Information, "Denied: {Reason} (token {TokenId}, address {Address}).")]
    private partial void LogDenied(string reason, Guid? tokenId, IPAddress? address);
}
