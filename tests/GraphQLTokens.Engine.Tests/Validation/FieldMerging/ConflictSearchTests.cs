using System.Text;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.Validation;
using GraphQLTokens.Engine.Validation.FieldMerging;
using GraphQLTokens.Engine.Validation.Rules;

namespace GraphQLTokens.Engine.Tests.Validation.FieldMerging;

public sealed class ConflictSearchTests
{
    // Both conflicts, not only the one that the check comes to first.
    [Theory]
    [InlineData("{ x: tokens { id } y: tokens { id } ...A } fragment A on Query { x: owner { __typename } y: owner { __typename } }", "1:3 1:66", "1:20 1:90")]
    [InlineData("{ x: tokens { id } y: tokens { id } ...A } fragment A on Query { ...B } fragment B on Query { x: owner { __typename } y: owner { __typename } }", "1:3 1:95", "1:20 1:119")]
    [InlineData("{ ...A ...B } fragment A on Query { x: tokens { id } y: tokens { id } } fragment B on Query { x: owner { __typename } y: owner { __typename } }", "1:37 1:95", "1:54 1:119")]
    [InlineData("{ z: owner { __typename } ...A ...B } fragment A on Query { x: tokens { id } y: tokens { id } } fragment B on Query { x: owner { __typename } y: owner { __typename } }", "1:61 1:119", "1:78 1:143")]
    [InlineData("{ ...A ...C } fragment A on Query { ...B } fragment B on Query { x: tokens { id } y: tokens { id } } fragment C on Query { x: owner { __typename } y: owner { __typename } }", "1:66 1:124", "1:83 1:148")]
    [InlineData("{ ...C ...A } fragment A on Query { ...B } fragment B on Query { x: tokens { id } y: tokens { id } } fragment C on Query { x: owner { __typename } y: owner { __typename } }", "1:124 1:66", "1:148 1:83")]
    [InlineData("{ x: tokens { id } x: owner { __typename } x: token(id: 1) { id } }", "1:3 1:20", "1:3 1:44", "1:20 1:44")]
    public void Names_every_pair_once(string document, params string[] places) => Assert.Equal(
        places.Order(),
        RuleCheck.Validate(document)
            .Where(error => error.Message.StartsWith("Fields \"", StringComparison.Ordinal))
            .Select(error => string.Join(' ', error.Locations.Select(at => $"{at.Line}:{at.Column}")))
            .Order());

    [Fact]
    public void Gives_up_where_there_are_more_fields_than_can_be_compared_in_pairs() =>
        Assert.Empty(Search($"{{ {Repeat("id ", 1_000)} x: id x: name }}"));

    [Fact]
    public void Names_no_more_conflicts_than_anyone_reads() =>
        Assert.InRange(Search($"{{ {Repeat("x: id x: name ", 150)} }}").Count, 100, 250);

    /// <summary>The check decides and the search explains, each in its own way; neither may find what the specification does not, or miss what it finds.</summary>
    [Fact]
    public void The_check_and_the_search_find_conflicts_where_the_specification_does()
    {
        var refused = 0;
        for (var seed = 0; seed < 1_500; seed++)
        {
            var text = new OverlapGenerator(seed).Document();
            var document = Parser.Parse(text);
            var specified = new SpecifiedMerge(RuleCheck.Schema, document);
            var merges = specified.Holds();
            refused += merges ? 0 : 1;
            var context = DocumentValidator.Validate(RuleCheck.Schema, document, new RuleSet([OverlappingFieldsCanBeMergedRule.Definition]), ValidationOptions.Default);
            Assert.True(merges == (context.Errors.Count == 0), $"seed {seed}: the check of {text}");
            var search = new ConflictSearch(context);
            Assert.True(merges == specified.Sets().All(set => search.Within(set.Set, set.Parent).Count == 0), $"seed {seed}: the search in {text}");
        }

        Assert.InRange(refused, 500, 1_400);
    }

    private static IReadOnlyList<MergeConflict> Search(string document)
    {
        var parsed = Parser.Parse(document, ParserOptions.Trusted);
        var context = DocumentValidator.Validate(RuleCheck.Schema, parsed, new RuleSet([]), ValidationOptions.Default);
        var operation = (OperationDefinitionNode)parsed.Definitions[0];
        return new ConflictSearch(context).Within(operation.SelectionSet, RuleCheck.Schema.QueryType);
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
