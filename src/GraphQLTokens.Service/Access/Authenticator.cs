using System.Net;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.AccessTokens;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Persistence.Keys;

namespace GraphQLTokens.Service.Access;

/// <summary>Judges a presented value or access token: the one place that says whether it is good, for every door.</summary>
internal sealed class Authenticator(KeyRecords keys, TokenHasher hasher, JwtReader jwts, LastUsedWriter lastUsed, RetirePreviousValue retire, TimeProvider time)
{
    /// <summary>Matches nothing; unknown tokens are compared with it, so that they cost what known ones do.</summary>
    private readonly TokenHash nobody = new(new byte[TokenHash.Length], hasher.NewestVersion);

    /// <summary>Of an API token's value, or of an access token that was issued for this service itself.</summary>
    /// <param name="address">Where the credential came from; null: unknown.</param>
    public ValueTask<Verdict> JudgeAsync(string? text, IPAddress? address, CancellationToken cancellationToken) =>
        text is not null && JwtReader.HasShape(text)
            ? JudgeAccessTokenAsync(text, address, anyAudience: false, cancellationToken)
            : JudgeValueAsync(text, address, cancellationToken);

    /// <summary>The same for whoever asks about a credential that it got from somebody else: its audience is then for the asker to look at.</summary>
    public ValueTask<Verdict> JudgeForAudienceAsync(string? text, IPAddress? address, CancellationToken cancellationToken) =>
        text is not null && JwtReader.HasShape(text)
            ? JudgeAccessTokenAsync(text, address, anyAudience: true, cancellationToken)
            : JudgeValueAsync(text, address, cancellationToken);

    private async ValueTask<Verdict> JudgeValueAsync(string? text, IPAddress? address, CancellationToken cancellationToken)
    {
        if (!TokenValue.TryParse(text, out var value))
            return new Verdict(VerificationCode.Malformed, null, default);
        var record = await keys.FindAsync(value.TokenId, cancellationToken);
        if (record is null)
        {
            _ = hasher.Matches(value, nobody);
            return new Verdict(VerificationCode.Unknown, null, default);
        }
        var code = record.Judge(value, address, time.Now(), hasher, out var presented);
        return new Verdict(code, code is VerificationCode.Unknown ? null : record, presented);
    }

    /// <summary>Notes that a good credential has been let in; judging alone is no use of it.</summary>
    /// <param name="verdict">With the code Valid.</param>
    public ValueTask NoteUseAsync(Verdict verdict, IPAddress? address, CancellationToken cancellationToken)
    {
        var (record, presented, now) = (verdict.Record!, verdict.Presented, time.Now());
        lastUsed.Note(record.TokenId, presented.Generation, now, address);
        // The one use in a token's life that writes: nobody is told yes by the new value while the old one could come back after a crash.
        return record.EndsOlderByUseOf(presented, now)
            ? new(retire.RunAsync(verdict.ToCaller(new CallOrigin(address, null, [])), cancellationToken))
            : default;
    }

    private async ValueTask<Verdict> JudgeAccessTokenAsync(string jwt, IPAddress? address, bool anyAudience, CancellationToken cancellationToken)
    {
        if (jwt.Length > AccessToken.MaxLength || await jwts.ReadAsync(jwt) is not { } reading || !(anyAudience || reading.IsForThisService))
            return new Verdict(VerificationCode.Unknown, null, default);
        var record = await keys.FindAsync(reading.Token.TokenId, cancellationToken);
        if (record is null)
            return new Verdict(VerificationCode.Unknown, null, default);
        var code = record.Judge(reading.Token, address, time.Now(), out var presented);
        return new Verdict(code, record, presented) { AccessToken = reading.Token };
    }
}
