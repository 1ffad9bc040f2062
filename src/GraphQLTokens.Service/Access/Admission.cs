using System.Diagnostics.CodeAnalysis;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Access;

/// <summary>What the door decided: a caller, or a denial.</summary>
internal sealed record Admission
{
    public Admission(Caller caller) => Caller = caller;

    public Admission(Denial denial) => Denial = denial;

    /// <summary>Refused for the limit alone.</summary>
    public Admission(Denial denial, Caller limited) => (Denial, Limited) = (denial, limited);

    public Caller? Caller { get; }

    public Denial? Denial { get; }

    /// <summary>Who would have been let in but for its limit: a door that knows which permission is needed says first that it is missing.</summary>
    public Caller? Limited { get; }

    [MemberNotNullWhen(true, nameof(Caller))]
    [MemberNotNullWhen(false, nameof(Denial))]
    public bool IsAdmitted => Caller is not null;
}
