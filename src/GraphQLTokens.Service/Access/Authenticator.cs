using System.Net;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Persistence.Keys;

namespace GraphQLTokens.Service.Access;

/// <summary>Judges a presented value: the one place that says whether it is good, for every door.</summary>
internal sealed class Authenticator(KeyRecords keys, TokenHasher hasher, LastUsedWriter lastUsed, TimeProvider time)
{
    /// <summary>Matches nothing; unknown tokens are compared with it, so that they cost what known ones do.</summary>
    private readonly TokenHash nobody = new(new byte[TokenHash.Length], hasher.NewestVersion);

    /// <param name="address">Where the value came from; null: unknown.</param>
    public async ValueTask<Verdict> JudgeAsync(string? text, IPAddress? address, CancellationToken cancellationToken)
    {
        if (!TokenValue.TryParse(text, out var value))
            return new Verdict(VerificationCode.Malformed, null);
        var record = await keys.FindAsync(value.TokenId, cancellationToken);
        if (record is null)
        {
            _ = hasher.Matches(value, nobody);
            return new Verdict(VerificationCode.Unknown, null);
        }
        var now = time.Now();
        var code = record.Judge(value, address, now, hasher);
        if (code is VerificationCode.Valid)
            lastUsed.Note(record.TokenId, now, address);
        return new Verdict(code, code is VerificationCode.Unknown ? null : record);
    }
}

/// <summary>The record is there for every value that the token has or had, good or not.</summary>
internal readonly record struct Verdict(VerificationCode Code, KeyRecord? Record);
