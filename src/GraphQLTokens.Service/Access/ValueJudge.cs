using System.Net;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Verification;

namespace GraphQLTokens.Service.Access;

/// <summary>The doors' own judge, for values that somebody else received.</summary>
internal sealed class ValueJudge(Authenticator authenticator) : IValueJudge
{
    public async ValueTask<JudgedValue> JudgeAsync(string? value, IPAddress? address, CancellationToken cancellationToken)
    {
        var verdict = await authenticator.JudgeAsync(value, address, cancellationToken);
        return new JudgedValue(verdict.Code, verdict.Record, verdict.Presented, verdict.Record is null ? PermissionSet.None : verdict.Permissions);
    }

    public ValueTask NoteUseAsync(JudgedValue judged, IPAddress? from, CancellationToken cancellationToken) =>
        authenticator.NoteUseAsync(new Verdict(judged.Code, judged.Record, judged.Presented), from, cancellationToken);
}
