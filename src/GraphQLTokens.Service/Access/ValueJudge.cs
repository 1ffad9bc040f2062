using System.Net;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Operations.Verification;

namespace GraphQLTokens.Service.Access;

/// <summary>
/// The doors' own judge, for what somebody else received. An access token that was issued for another audience is unknown to it, as it is at the doors: a verdict
/// does not tell the audience, and introspection, which does, is where such a one is asked about.
/// </summary>
internal sealed class ValueJudge(Authenticator authenticator) : IValueJudge
{
    public async ValueTask<JudgedValue> JudgeAsync(string? value, IPAddress? address, CancellationToken cancellationToken)
    {
        var verdict = await authenticator.JudgeAsync(value, address, cancellationToken);
        return new JudgedValue(verdict.Code, verdict.Record, verdict.Presented, verdict.AccessToken);
    }

    public ValueTask NoteUseAsync(JudgedValue judged, IPAddress? from, CancellationToken cancellationToken) =>
        authenticator.NoteUseAsync(new Verdict(judged.Code, judged.Record, judged.Presented) { AccessToken = judged.AccessToken }, from, cancellationToken);
}
