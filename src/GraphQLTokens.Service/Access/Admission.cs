using System.Diagnostics.CodeAnalysis;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Access;

/// <summary>What the door decided: a caller, or a denial.</summary>
internal sealed record Admission
{
    public Admission(Caller caller) => Caller = caller;

    public Admission(Denial denial) => Denial = denial;

    public Caller? Caller { get; }

    public Denial? Denial { get; }

    [MemberNotNullWhen(true, nameof(Caller))]
    [MemberNotNullWhen(false, nameof(Denial))]
    public bool IsAdmitted => Caller is not null;
}
