namespace GraphQLTokens.Service.Operations;

/// <summary>What is wrong with one field of an input: the field as the wire names it (<c>input.allowedCIDRBlocks[2]</c>), and why in words.</summary>
internal sealed record InputFault(string Field, string Reason)
{
    public override string ToString() => $"{Field} {Reason}";
}
