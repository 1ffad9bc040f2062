using System.Globalization;

namespace GraphQLTokens.Engine.Errors;

/// <summary>
/// Errors of limits: the code ends in <c>_LIMIT_EXCEEDED</c>, and `extensions` holds <c>limit</c>, what is allowed, and <c>actual</c>, what was
/// found, where the search went on far enough to know.
/// </summary>
internal static class LimitExceeded
{
    // Fragments that double at each level count to figures that JSON has no numbers for; beyond this they are all the same.
    private const double MostTold = 1e15;

    public static GraphQLError Error(string code, string message, double limit, double? actual = null, IReadOnlyList<SourceLocation>? at = null) =>
        new(message, at, code: code, extensions: Figures(limit, actual));

    public static Dictionary<string, object?> Figures(double limit, double? actual)
    {
        var figures = new Dictionary<string, object?> { ["limit"] = limit };
        if (actual is { } known)
            figures.Add("actual", Cap(known));
        return figures;
    }

    /// <summary>A figure that JSON can hold.</summary>
    public static double Cap(double figure) => Math.Min(figure, MostTold);

    /// <summary>A figure as messages name it.</summary>
    public static string Say(double figure) => Cap(figure).ToString("0.###", CultureInfo.InvariantCulture);
}
