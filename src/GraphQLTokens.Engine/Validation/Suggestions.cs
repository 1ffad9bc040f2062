using GraphQLTokens.Engine.TypeSystem;

namespace GraphQLTokens.Engine.Validation;

/// <summary>The <c>Did you mean ...?</c> at the end of messages.</summary>
internal static class Suggestions
{
    private const int MostNamed = 5;

    // Beyond this no schema names anything, and comparing would only cost time.
    private const int LongestInput = 100;

    /// <summary>The options that look like the input, the most alike first.</summary>
    public static IReadOnlyList<string> Similar(string input, IEnumerable<string> options)
    {
        if (input.Length > LongestInput)
            return [];
        var distance = new LexicalDistance(input);
        var threshold = (int)(input.Length * 0.4) + 1;
        return [.. options
            .Select(option => (Option: option, Distance: distance.To(option, threshold)))
            .Where(found => found.Distance is not null)
            .OrderBy(found => found.Distance)
            .ThenBy(found => found.Option, StringComparer.Ordinal)
            .Select(found => found.Option)];
    }

    /// <summary>Empty, or a sentence with a space before it, such as <c> Did you mean "a" or "b"?</c></summary>
    /// <param name="what">Words between "mean" and the first name.</param>
    public static string Sentence(ValidationContext context, IReadOnlyList<string> names, string what = "")
    {
        if (names.Count == 0 || !context.Options.Suggestions)
            return "";
        var quoted = names.Take(MostNamed).Select(name => $"\"{name}\"").ToArray();
        var list = quoted.Length <= 2
            ? string.Join(" or ", quoted)
            : $"{string.Join(", ", quoted[..^1])}, or {quoted[^1]}";
        return $" Did you mean {what}{(what.Length == 0 ? "" : " ")}{list}?";
    }

    /// <summary>The sentence on what among the definitions looks like the input.</summary>
    public static string Sentence<T>(ValidationContext context, string input, IReadOnlyList<T> definitions, string what = "")
        where T : class, INamed =>
        context.Options.Suggestions ? Sentence(context, Similar(input, definitions.Select(definition => definition.Name)), what) : "";
}
