using System.Net;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Tokens;
using GraphQLTokens.Service.Persistence;
using GraphQLTokens.Service.Persistence.Keys;

namespace GraphQLTokens.Service.Access;

/// <summary>Judges a presented value: the one place that says whether it is good, for every door.</summary>
internal sealed class Authenticator(KeyRecords keys, TokenHasher hasher, LastUsedWriter lastUsed, RetirePreviousValue retire, TimeProvider time)
{
    /// <summary>Matches nothing; unknown tokens are compared with it, so that they cost what known ones do.</summary>
    private readonly TokenHash nobody = new(new byte[TokenHash.Length], hasher.NewestVersion);

    /// <param name="address">Where the value came from; null: unknown.</param>
    public async ValueTask<Verdict> JudgeAsync(string? text, IPAddress? address, CancellationToken cancellationToken)
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

    /// <summary>Notes that a good value has been let in; judging alone is no use of it.</summary>
    /// <param name="verdict">With the code Valid.</param>
    public ValueTask NoteUseAsync(Verdict verdict, IPAddress? address, CancellationToken cancellationToken)
    {
        var (record, presented, now) = (verdict.Record!, verdict.Presented, time.Now());
        lastUsed.Note(record.TokenId, presented.Generation, now, address);
        // The one use in a token's life that writes: nobody is told yes by the new value while the old one could come back after a crash.
        return record.EndsOlderByUseOf(presented, now)
            ? new(retire.RunAsync(Caller.From(record, presented, new CallOrigin(address, null, [])), cancellationToken))
            : default;
    }
}

/// <summary>The record, and which of its values was presented, are there for every value that the token has or had, good or not.</summary>
internal readonly record struct Verdict(VerificationCode Code, KeyRecord? Record, KeyValue Presented);
