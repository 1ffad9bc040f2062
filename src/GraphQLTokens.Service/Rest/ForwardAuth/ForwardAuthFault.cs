using GraphQLTokens.Service.Access;
using GraphQLTokens.Service.Operations.AccessTokens;

namespace GraphQLTokens.Service.Rest.ForwardAuth;

/// <summary>A slip in a gateway's configuration.</summary>
/// <param name="Position">Of the parameter, counted from 1.</param>
internal readonly record struct ForwardAuthFault(ForwardAuthFaultKind Kind, int Position)
{
    /// <summary>For the answer and the log alike. Nothing of what was sent is repeated: people put keys into URLs by mistake.</summary>
    public string Words => Kind switch
    {
        ForwardAuthFaultKind.Target => $"The request target must begin with {ForwardAuthTarget.Prefix}, and go on with /, ?, ; or nothing.",
        ForwardAuthFaultKind.Parameter => $"Parameter {Position} of forward auth is neither permission=<name> nor audience=<audience> nor deny=403 nor allow=200.",
        ForwardAuthFaultKind.Permission => $"Parameter {Position} of forward auth names no permission of this deployment.",
        ForwardAuthFaultKind.Audience => $"Parameter {Position} of forward auth is no audience, or a second one: it is 1 to {AccessTokenRules.MaxAudienceLength} visible ASCII characters, / and ? percent-encoded, as in https%3A%2F%2Forders.example.",
        ForwardAuthFaultKind.Issuer => Denial.PublicUrlUnknownWords,
    };
}

internal enum ForwardAuthFaultKind
{
    Target,
    Parameter,
    Permission,
    Audience,

    /// <summary>An access token is asked for, and this deployment cannot sign: no matter of a parameter.</summary>
    Issuer,
}
