namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>How a client's <c>Accept</c> values one media type.</summary>
/// <param name="Weight">The range's q-value, 0 to 1; 0 refuses the type.</param>
/// <param name="Specificity">3 for the type by name, 2 for <c>application/*</c>, 1 for <c>*/*</c>, 0 where no range fits.</param>
/// <param name="Position">The range's place in the header, from 1.</param>
internal readonly record struct Rank(double Weight, int Specificity, int Position)
{
    public static readonly Rank None;

    /// <summary>Whether a client wants this one rather than the other; false where one range stands behind both.</summary>
    public bool Outranks(Rank other) =>
        Weight != other.Weight ? Weight > other.Weight
        : Specificity != other.Specificity ? Specificity > other.Specificity
        : Position < other.Position;
}
