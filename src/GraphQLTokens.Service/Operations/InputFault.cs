namespace GraphQLTokens.Service.Operations;

/// <summary>What is wrong with one field of an input: the field as the wire names it (<c>input.allowedCIDRBlocks[2]</c>), and why in words.</summary>
internal sealed record InputFault(string Field, string Reason)
{
    /// <summary>
    /// How many of one input are told and kept. A list of thousands of wrong values would make an answer, and an audit event, many times as long as what was sent.
    /// </summary>
    public const int MaxTold = 100;

    public override string ToString() => $"{Field} {Reason}";
}
