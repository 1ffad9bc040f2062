using System.Globalization;
using System.Text.Json;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.Scalars;

/// <summary>How an offending value is shown in a message: as the client wrote it, on one line, cut short.</summary>
internal static class LiteralText
{
    // Long enough to recognise a value by; the rest would only fill logs.
    private const int MaxLength = 100;

    public static string Of(ValueNode literal) => Cut(SyntaxPrinter.Print(literal));

    public static string OfValue(object value) => Cut(value switch
    {
        string text => JsonSerializer.Serialize(text),
        bool flag => flag ? "true" : "false",
        IFormattable number and (int or long or double or float or decimal) => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.GetType().Name,
    });

    private static string Cut(string text) => text.Length <= MaxLength ? text : string.Concat(text.AsSpan(0, MaxLength), "...");
}
