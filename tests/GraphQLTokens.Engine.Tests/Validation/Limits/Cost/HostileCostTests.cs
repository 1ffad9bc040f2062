using System.Text;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Coercion;
using GraphQLTokens.Engine.Validation.Limits.Cost;

namespace GraphQLTokens.Engine.Tests.Validation.Limits.Cost;

/// <summary>Operations made so that weighing them is slow, or so that their cost is no number.</summary>
public sealed class HostileCostTests
{
    private static readonly CostModel Model = CostModel.Create(SchemaLoader.Load(LimitedExecutor.Sdl), []);

    [Fact]
    public void Fragments_that_double_are_weighed_once_each()
    {
        var (walk, cost) = Weigh(Chain("a: next {{ ...F{0} }} b: next {{ ...F{0} }}", "next { id }", 90));

        Assert.True(cost.Type > 1e15);
        Assert.InRange(walk.Steps, 90, 90 * 5);
    }

    [Fact]
    public void A_cost_beyond_all_numbers_is_too_much_and_can_be_told()
    {
        var limits = new CostLimits { DefaultListSize = int.MaxValue };
        var document = Parser.Parse(Chain("items {{ ...F{0} }}", "items { cheap(hint: 1) { id } }", 90));
        var operation = (OperationDefinitionNode)document.Definitions[0];
        var verdict = new OperationCost(Model, Fragments(document), operation).Judge(new NoVariables(), limits);

        Assert.Equal(double.PositiveInfinity, verdict.Cost.Type);
        Assert.Equal(1e15, verdict.Refusal!.Extensions!["actual"]);
    }

    [Fact]
    public void A_fragment_under_many_pages_is_weighed_once_for_all_of_their_lengths()
    {
        var text = new StringBuilder("{ ");
        for (var index = 0; index < 500; index++)
            text.Append($"p{index}: paged(first: {index % 100}) {{ ...P }} ");
        text.Append("} fragment P on Items { ");
        for (var index = 0; index < 500; index++)
            text.Append($"n{index}: nodes {{ id }} ");
        var (walk, _) = Weigh(text.Append('}').ToString());

        // 500 pages with a spread in each, and 500 lists with a field in each.
        Assert.Equal(500 + 500 + 500 + 500, walk.Steps);
    }

    [Fact]
    public void A_fragment_under_lists_of_several_lengths_is_weighed_once()
    {
        var (walk, _) = Weigh("{ sliced(max: 1) { ...L } strict(first: 2) { ...L } } fragment L on Light { id }");

        Assert.Equal(2 + 2 + 1, walk.Steps);
    }

    [Fact]
    public void Nothing_of_what_costs_beyond_all_numbers_is_free()
    {
        var document = Parser.Parse(Chain("items {{ ...F{0} }}", "id", 90).Replace("{ item { ...F0 } }", "{ paged(first: 0) { nodes { ...F0 } } }", StringComparison.Ordinal));
        var walk = new CostWalk(Model, Fragments(document), new CostLimits { DefaultListSize = int.MaxValue }, new NoVariables());

        Assert.Equal(new CostSum(1 + 1, 1 + 2), walk.Of((OperationDefinitionNode)document.Definitions[0]) with { Field = 1 + 2 });
    }

    [Theory]
    [InlineData("{ paged(first: 3) { nodes { id } } }", true)]
    [InlineData("query ($i: ID) { light(id: $i) { id } }", true)]
    [InlineData("{ light @skip(if: true) { id } }", true)]
    [InlineData("query ($n: Int) { paged(first: $n) { nodes { id } } }", false)]
    [InlineData("query ($n: Int) { sliced(page: { first: $n }) { id } }", false)]
    [InlineData("query ($s: Boolean!) { light @skip(if: $s) { id } }", false)]
    [InlineData("query ($w: Filter) { find(where: $w) { id } }", false)]
    public void Only_a_cost_that_no_variable_takes_part_in_is_kept(string text, bool kept)
    {
        var document = Parser.Parse(text);
        var cost = new OperationCost(Model, Fragments(document), (OperationDefinitionNode)document.Definitions[0]);

        Assert.Equal(kept, ReferenceEquals(cost.Judge(new NoVariables(), new CostLimits()), cost.Judge(new NoVariables(), new CostLimits())));
    }

    private static (CostWalk Walk, CostSum Cost) Weigh(string text)
    {
        var document = Parser.Parse(text, ParserOptions.Trusted);
        var walk = new CostWalk(Model, Fragments(document), new CostLimits(), new NoVariables());
        return (walk, walk.Of((OperationDefinitionNode)document.Definitions[0]));
    }

    private static Dictionary<string, FragmentDefinitionNode> Fragments(DocumentNode document) =>
        document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);

    private static string Chain(string body, string last, int length)
    {
        var text = new StringBuilder("{ item { ...F0 } } ");
        for (var index = 0; index < length; index++)
            text.Append($"fragment F{index} on Item {{ ").AppendFormat(null, body, index + 1).Append(" } ");
        return text.Append($"fragment F{length} on Item {{ {last} }}").ToString();
    }

    private sealed class NoVariables : IVariableValues
    {
        public bool TryGet(string name, out object? value)
        {
            value = null;
            return false;
        }
    }
}
