namespace GraphQLTokens.Engine.Tests.Validation.FieldMerging;

/// <summary>Writes documents over the schema of <see cref="RuleCheck"/> whose fields share names in many ways. The same seed writes the same.</summary>
internal sealed class OverlapGenerator(int seed)
{
    // Each field with the type of what it selects, or with none.
    private static readonly Dictionary<string, (string Field, string? Inner)[]> Fields = new(StringComparer.Ordinal)
    {
        ["Query"] = [("token(id: 1)", "Token"), ("token(id: 2)", "Token"), ("node(id: 1)", "Node"), ("owner", "Owner"), ("tokens", "Token")],
        ["Token"] = [("id", null), ("name", null), ("lifetime", null), ("uses(limit: 1)", "Use"), ("uses(limit: 2)", "Use"), ("owner", "Owner")],
        ["Use"] = [("at", null), ("token", "Token")],
        ["User"] = [("id", null), ("name", null), ("email", null), ("lifetime", null), ("tokens", "Token")],
        ["Robot"] = [("serial", null), ("__typename", null)],
        ["Owner"] = [("__typename", null)],
        ["Node"] = [("id", null), ("__typename", null)],
        ["Named"] = [("id", null), ("name", null)],
    };

    private static readonly string[] Conditions = ["Token", "User", "Robot", "Node", "Named", "Owner", "Use"];

    private static readonly string[] Aliases = ["", "", "", "", "s: ", "t: ", "u: ", "v: ", "w: ", "x: ", "y: ", "z: "];

    private readonly Random random = new(seed);

    public string Document()
    {
        var conditions = Enumerable.Range(0, random.Next(5)).Select(_ => Pick(Conditions)).ToArray();
        var fragments = conditions.Select((type, index) => $"fragment F{index} on {type} {Set(type, 2, index + 1, conditions.Length)}");
        return $"{Set("Query", 3, 0, conditions.Length)} {string.Join(' ', fragments)}";
    }

    // Fragments spread only those after them, so that there are no cycles.
    private string Set(string type, int depth, int firstSpread, int fragments) =>
        $"{{ {string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Selection(type, depth, firstSpread, fragments)))} }}";

    private string Selection(string type, int depth, int firstSpread, int fragments)
    {
        var kind = random.Next(10);
        if (kind < 2 && firstSpread < fragments)
            return $"...F{random.Next(firstSpread, fragments)}";
        if (kind < 4 && depth > 0)
        {
            var condition = random.Next(4) == 0 ? null : Pick(Conditions);
            return $"... {(condition is null ? "" : "on " + condition)} {Set(condition ?? type, depth - 1, firstSpread, fragments)}";
        }

        var (field, inner) = Pick([.. Fields[type].Where(field => field.Inner is null || depth > 0), ("__typename", null)]);
        return $"{Pick(Aliases)}{field} {(inner is null ? "" : Set(inner, depth - 1, firstSpread, fragments))}";
    }

    private T Pick<T>(T[] of) => of[random.Next(of.Length)];
}
