using System.Text;
using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language;

namespace GraphQLTokens.Engine.Tests.Language;

/// <summary>What holds of every document. A failure names the seed that makes its document again.</summary>
public sealed class LanguagePropertiesTests
{
    private const int Documents = 1_000;

    private static readonly string[] Splinters =
    [
        "\"", "\"\"\"", "\\", "\\u", "\\u{", "\\uD83D", "{", "}", "(", ")", "[", "]", "$", "@", "...", "..", "#",
        "\n", "\r", "0", "1e", "-", ".", "a", "on", "\0", "\uFEFF", "\uD800", "\uDC00",
    ];

    [Fact]
    public void A_printed_document_reads_back_as_the_same_tree_and_prints_the_same()
    {
        for (var seed = 0; seed < Documents; seed++)
        {
            var text = new DocumentGenerator(seed).Document();
            Assert.True(Refusal(text) is null, $"seed {seed}: {Refusal(text)}\n{text}");
            var tree = Parser.Parse(text);
            var printed = SyntaxPrinter.Print(tree);
            Assert.True(Refusal(printed) is null, $"seed {seed}: {Refusal(printed)}\n{printed}");
            var again = Parser.Parse(printed);
            Assert.True(SyntaxComparer.DeepEquals(tree, again), $"seed {seed}:\n{text}\n--- printed\n{printed}");
            Assert.Equal(printed, SyntaxPrinter.Print(again));
        }
    }

    [Fact]
    public void A_damaged_document_is_read_or_refused_at_a_place_within_it()
    {
        var refused = 0;
        for (var seed = 0; seed < 5 * Documents; seed++)
        {
            var generator = new DocumentGenerator(seed);
            var text = Damage(generator.Document(), generator.Random);
            if (Refusal(text) is not { } error)
                continue;
            refused++;
            var place = Assert.Single(error.Locations);
            Assert.True(place.Line >= 1 && place.Column >= 1 && place.Line <= text.Length + 1 && place.Column <= text.Length + 1, $"seed {seed}: {error}");
        }

        Assert.True(refused > Documents, $"only {refused} of the documents were damaged");
    }

    [Fact]
    public void Garbage_is_read_or_refused()
    {
        for (var seed = 0; seed < 5 * Documents; seed++)
        {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (var pieces = random.Next(40); pieces > 0; pieces--)
                text.Append(random.Next(4) == 0 ? ((char)random.Next(0x10000)).ToString() : Splinters[random.Next(Splinters.Length)]);
            Refusal(text.ToString());
        }
    }

    /// <summary>Every prefix: what a connection that breaks off would leave.</summary>
    [Fact]
    public void Every_beginning_of_a_document_is_read_or_refused()
    {
        for (var length = 0; length <= EveryKind.Text.Length; length++)
            Refusal(EveryKind.Text[..length]);
    }

    /// <summary>Any exception but the parser's own fails the test that asks.</summary>
    private static GraphQLError? Refusal(string text)
    {
        try
        {
            SyntaxPrinter.Print(Parser.Parse(text));
            return null;
        }
        catch (SyntaxException refusal)
        {
            return refusal.Error;
        }
    }

    private static string Damage(string text, Random random)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(text.Length + 1);
            var end = Math.Min(text.Length, at + random.Next(4));
            text = text[..at] + (random.Next(3) == 0 ? "" : Splinters[random.Next(Splinters.Length)]) + text[end..];
        }

        return text;
    }
}
