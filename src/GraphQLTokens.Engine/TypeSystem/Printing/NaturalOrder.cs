namespace GraphQLTokens.Engine.TypeSystem.Printing;

/// <summary>Names as graphql-js sorts them: by code unit, but runs of digits by the number that they say (<c>a2</c> before <c>a10</c>).</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> left = x, right = y;
        while (!left.IsEmpty && !right.IsEmpty)
        {
            int leftLength = 1, rightLength = 1, difference;
            if (char.IsAsciiDigit(left[0]) && char.IsAsciiDigit(right[0]))
            {
                leftLength = Digits(left);
                rightLength = Digits(right);
                difference = CompareNumbers(left[..leftLength].TrimStart('0'), right[..rightLength].TrimStart('0'));
            }
            else
            {
                difference = left[0].CompareTo(right[0]);
            }

            if (difference != 0)
                return difference;
            left = left[leftLength..];
            right = right[rightLength..];
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    private static int CompareNumbers(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.SequenceCompareTo(right);
}
