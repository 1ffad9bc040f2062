using System.Net;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Verification;

namespace GraphQLTokens.Service.Access;

/// <summary>The doors' own judge, for values that somebody else received.</summary>
internal sealed class ValueJudge(Authenticator authenticator) : IValueJudge
{
    public async ValueTask<JudgedValue> JudgeAsync(string? value, IPAddress? address, CancellationToken cancellationToken)
    {
        var (code, record, presented) = await authenticator.JudgeAsync(value, address, cancellationToken);
        return new JudgedValue(code, record, presented, record?.Permissions ?? PermissionSet.None);
    }

    public ValueTask NoteUseAsync(JudgedValue judged, IPAddress? from, CancellationToken cancellationToken) =>
        authenticator.NoteUseAsync(new Verdict(judged.Code, judged.Record, judged.Presented), from, cancellationToken);
}
