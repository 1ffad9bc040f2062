using System.Globalization;

namespace GraphQLTokens.Engine.Tests.Language;

/// <summary>Writes documents that are GraphQL by the grammar of appendix B, and mostly no sense. The same seed writes the same.</summary>
internal sealed class DocumentGenerator(int seed)
{
    private static readonly string[] Names = ["a", "bc", "on1", "query", "type", "true_", "null", "fragment", "aNameThatIsLongEnoughToBreakTheLinesOfItsArguments"];
    private static readonly string[] Blanks = [" ", "\n", " , ", "\r\n# comment\n", "\t"];

    private static readonly string[] Leaves =
    [
        "0", "-12", "1.5e10", "true", "false", "null", "NAME", "\"\"", "\"s \\u00e9\\n\\\"\"", "\"\\u{1F600}\u2028\"", "\"\"\"\"\"\"", "\"\"\"block\"\"\"",
        "\"\"\"\n    two\n      lines\n  \"\"\"", "\"\"\"  lead\"\"\"", "\"\"\"a\n b\"\"\"", "\"\"\"quote\\\"\"\" \"\"\"", "\"\"\"slash\\\n\"\"\"",
    ];

    private readonly Random _random = new(seed);

    public Random Random => _random;

    public string Document() => Many(1, 4, Definition, Pick(Blanks));

    private string Definition() => _random.Next(12) switch
    {
        0 => SelectionSet(3),
        1 => $"{Description()}fragment {Name()} on {Name()} {Directives(false)} {SelectionSet(2)}",
        2 => $"{Head()} scalar {Name()} @{Name()}",
        3 => $"{Head()} type {Name()} {Implements()} {Directives(true)} {{ {Many(1, 3, Field, " ")} }}",
        4 => $"{Head()} interface {Name()} {Implements()} {Directives(true)} {{ {Many(1, 2, Field, ",")} }}",
        5 => $"{Head()} union {Name()} {Directives(true)} = {Maybe("|")} {Many(1, 3, Name, "|")}",
        6 => $"{Head()} enum {Name()} {{ {Many(1, 3, () => $"{Description()} V{_random.Next(9)} {Directives(true)}", " ")} }}",
        7 => $"{Head()} input {Name()} {Directives(true)} {{ {Many(1, 3, InputValue, ",")} }}",
        8 => $"{Head()} schema {Directives(true)} {{ query: {Name()} mutation: {Name()} }}",
        9 => $"{Description()}directive @{Name()} {Arguments(InputValue)} {Maybe("repeatable")} on {Maybe("|")} FIELD | ENUM_VALUE",
        _ => $"{Description()}{Pick("query", "mutation", "subscription")} {Maybe("Named")} {Arguments(Variable)} {Directives(false)} {SelectionSet(3)}",
    };

    private string Head() => _random.Next(3) == 0 ? "extend" : Description();

    private string Description() => _random.Next(3) == 0 ? Leaves[_random.Next(7, Leaves.Length)] + Pick(Blanks) : "";

    private string Field() => $"{Description()} {Name()} {Arguments(InputValue)}: {Type()} {Directives(true)}";

    private string InputValue() => $"{Description()} {Name()}: {Type()} {(_random.Next(3) == 0 ? "= " + Value(2, true) : "")} {Directives(true)}";

    private string Variable() => $"{Description()} ${Name()}: {Type()} {(_random.Next(3) == 0 ? "= " + Value(2, true) : "")} {Directives(true)}";

    private string Implements() => _random.Next(2) == 0 ? "" : $"implements {Maybe("&")} {Many(1, 3, Name, "&")}";

    private string Type() => (_random.Next(3) == 0 ? $"[{Type()}]" : Name()) + Maybe("!");

    private string SelectionSet(int depth) => $"{{ {Many(1, 4, () => Selection(depth), Pick(Blanks))} }}";

    private string Selection(int depth) => _random.Next(6) switch
    {
        0 => $"...{Name()} {Directives(false)}",
        1 when depth > 0 => $"... {(_random.Next(2) == 0 ? "on " + Name() : "")} {Directives(false)} {SelectionSet(depth - 1)}",
        2 when depth > 0 => $"{Name()}: {Name()} {Arguments(() => Argument(false))} {SelectionSet(depth - 1)}",
        _ => $"{Name()} {Arguments(() => Argument(false))} {Directives(false)}",
    };

    private string Directives(bool isConst) => _random.Next(3) == 0 ? Many(1, 2, () => $"@{Name()} {Arguments(() => Argument(isConst))}", " ") : "";

    private string Argument(bool isConst) => $"{Name()}: {Value(3, isConst)}";

    private string Arguments(Func<string> one) => _random.Next(2) == 0 ? "" : $"({Many(1, 3, one, ", ")})";

    private string Value(int depth, bool isConst) => _random.Next(8) switch
    {
        0 when !isConst => "$" + Name(),
        1 when depth > 0 => $"[{Many(0, 3, () => Value(depth - 1, isConst), " ")}]",
        2 when depth > 0 => $"{{{Many(0, 3, () => $"{Name()}: {Value(depth - 1, isConst)}", ",")}}}",
        3 => _random.Next(-1000, 1000).ToString(CultureInfo.InvariantCulture),
        _ => Pick(Leaves),
    };

    private string Name() => Pick(Names);

    private string Maybe(string text) => _random.Next(2) == 0 ? text : "";

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    private string Many(int least, int most, Func<string> one, string separator) =>
        string.Join(separator, Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => one()));
}
