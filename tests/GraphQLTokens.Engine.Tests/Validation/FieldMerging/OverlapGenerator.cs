using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.TypeSystem;

namespace GraphQLTokens.Engine.Tests.Validation.FieldMerging;

/// <summary>Writes documents whose fields share response names in many ways, some of which conflict. The same seed writes the same.</summary>
internal sealed class OverlapGenerator(int seed)
{
    private const string Common = "n: Int s: String t: String many: [Node!] node(of: Int): Node a: A b: B";

    // What a field of the common part selects on, if it selects.
    private static readonly (string Name, string? Inner)[] Fields =
    [
        ("n", null), ("s", null), ("s", null), ("t", null), ("__typename", null),
        ("many", "Node"), ("node", "Node"), ("node", "Node"), ("node(of: 1)", "Node"), ("a", "A"), ("a", "A"), ("b", "B"),
    ];

    // Mostly none: where all fields have names of their own, or the same, most documents have no conflict.
    private static readonly string[] Aliases = ["", "", "", "", "", "", "", "", "", "", "", "", "a: ", "s: ", "x: ", "y: "];
    private static readonly string[] Types = ["A", "B", "Node", "Either"];

    private readonly Random random = new(seed);

    public static Schema Schema { get; } = SchemaBuilder.Build([Parser.Parse(
        $"interface Node {{ {Common} }} type A implements Node {{ {Common} }} type B implements Node {{ {Common} }} union Either = A | B type Query {{ {Common} }}")]);

    public string Document()
    {
        var conditions = Enumerable.Range(0, random.Next(5)).Select(_ => Pick(Types)).ToArray();
        var fragments = conditions.Select((type, index) => $"fragment F{index} on {type} {Set(type, 2, index + 1, conditions.Length)}");
        return $"{Set("Query", 3, 0, conditions.Length)} {string.Join(' ', fragments)}";
    }

    // Fragments spread only those after them, so that there are no cycles.
    private string Set(string type, int depth, int firstSpread, int fragments) =>
        $"{{ {string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Selection(type, depth, firstSpread, fragments)))} }}";

    private string Selection(string type, int depth, int firstSpread, int fragments)
    {
        var kind = random.Next(10);
        if (kind < 2 && firstSpread < fragments)
            return $"...F{random.Next(firstSpread, fragments)}";
        if (kind < 5 && depth > 0)
        {
            var condition = random.Next(4) == 0 ? null : Pick(Types);
            return $"... {(condition is null ? "" : "on " + condition)} {Set(condition ?? type, depth - 1, firstSpread, fragments)}";
        }

        if (type == "Either")
            return "__typename";
        var (field, inner) = Pick(Fields);
        if (inner is not null && depth == 0)
            (field, inner) = ("s", null);
        return $"{Pick(Aliases)}{field} {(inner is null ? "" : Set(inner, depth - 1, firstSpread, fragments))}";
    }

    private T Pick<T>(T[] of) => of[random.Next(of.Length)];
}
