namespace GraphQLTokens.Service.Rest.ForwardAuth;

/// <summary>A slip in a gateway's configuration.</summary>
/// <param name="Position">Of the parameter, counted from 1.</param>
internal readonly record struct ForwardAuthFault(ForwardAuthFaultKind Kind, int Position)
{
    /// <summary>For the answer and the log alike. Nothing of what was sent is repeated: people put keys into URLs by mistake.</summary>
    public string Words => Kind switch
    {
        ForwardAuthFaultKind.Target => $"The request target must begin with {ForwardAuthTarget.Prefix}, and go on with /, ?, ; or nothing.",
        ForwardAuthFaultKind.Parameter => $"Parameter {Position} of forward auth is neither permission=<name> nor deny=403 nor allow=200.",
        ForwardAuthFaultKind.Permission => $"Parameter {Position} of forward auth names no permission of this deployment.",
    };
}

internal enum ForwardAuthFaultKind
{
    Target,
    Parameter,
    Permission,
}
