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
    [InlineData("{ a: owner { __typename } b: owner { __typename } ...F ...f } fragment F on Query { c: owner { __typename } } fragment f on Query { a: tokens { id } b: tokens { id } }", "1:3 1:133", "1:27 1:150")]
    [InlineData("{ tokens { x: id } tokens { ...F } y: owner { __typename } y: tokens { id } } fragment F on Token { x: name }", "1:3 1:12 1:20 1:101", "1:36 1:60")]
    [InlineData("{ tokens { ...F } tokens { x: id } y: owner { __typename } y: tokens { id } } fragment F on Token { x: name }", "1:3 1:28 1:19 1:101", "1:36 1:60")]
    [InlineData("{ tokens { ...F } tokens { ...G } y: owner { __typename } y: tokens { id } } fragment F on Token { x: name } fragment G on Token { x: id }", "1:3 1:100 1:19 1:132", "1:35 1:59")]
    [InlineData("{ x: token(id: 1) { id } X: token(id: 2) { id } a: owner { __typename } a: tokens { id } }", "1:49 1:73")]
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
        Assert.InRange(Search($"{{ {Repeat("x: id x: name ", 150)} }}").Count, 500, 1_100);

    // Fragments that met for their shape alone, under types that no object has both of, meet again where they must be one.
    [Theory]
    [InlineData("{ token(id: 1) { ...F ...G } node(id: 1) { ... on Token { x: uses(limit: 1) { ...F } } ... on User { x: tokens { ...G } } } a: owner { __typename } a: tokens { id } }")]
    [InlineData("{ node(id: 1) { ... on Token { x: uses(limit: 1) { ...F } } ... on User { x: tokens { ...G } } } token(id: 1) { ...F ...G } a: owner { __typename } a: tokens { id } }")]
    [InlineData("{ node(id: 1) { ... on Token { x: uses(limit: 1) { ...F } } ... on User { x: tokens { ...G } } } token(id: 1) { y: owner { ... on User { z: email } } ...G } a: owner { __typename } a: tokens { id } }")]
    [InlineData("{ token(id: 1) { ...F ...G } node(id: 1) { ... on Token { x: uses(limit: 1) { ...F } } ... on User { x: tokens { ...G } } } }")]
    [InlineData("{ node(id: 1) { ... on Token { x: uses(limit: 1) { ...F } } ... on User { x: tokens { ...G } } } token(id: 1) { ...F ...G } }")]
    public void Compares_in_full_what_it_compared_for_its_shape_alone(string operation)
    {
        var errors = RuleCheck.Validate(operation + " fragment F on Token { y: owner { ... on User { z: email } } } fragment G on Token { y: owner { ... on User { z: lifetime } } }");

        Assert.Contains(errors, error => error.Message.StartsWith("Fields \"y\" conflict because subfields \"z\" conflict because \"email\" and \"lifetime\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Accepts_fields_below_objects_that_are_never_the_same_though_each_has_fields_of_several_types() => Assert.Empty(DocumentValidator.Validate(
        OverlapGenerator.Schema,
        Parser.Parse("{ node { ... on A { x: node { ... on A { s } ... on B { s } } } ... on B { x: node { ... on A { s: t } ... on B { s: t } } } } }")));

    /// <summary>The check decides and the search explains, each in its own way; neither may find what the specification does not, or miss what it finds.</summary>
    [Fact]
    public void The_check_and_the_search_find_conflicts_where_the_specification_does()
    {
        var refused = 0;
        for (var seed = 0; seed < 3_000; seed++)
        {
            var text = new OverlapGenerator(seed).Document();
            var document = Parser.Parse(text);
            var specified = new SpecifiedMerge(OverlapGenerator.Schema, document);
            var merges = specified.Holds();
            refused += merges ? 0 : 1;
            var context = DocumentValidator.Validate(OverlapGenerator.Schema, document, new RuleSet([OverlappingFieldsCanBeMergedRule.Definition]), ValidationOptions.Default);
            Assert.True(merges == (context.Errors.Count == 0), $"seed {seed}: the check of {text}");
            var found = false;
            foreach (var (set, parent) in specified.Sets())
            {
                // Conflicts within one fragment are named where that stands, not where it is spread.
                var names = new ConflictSearch(context).Within(set, parent).Select(conflict => conflict.ResponseName).ToList();
                found |= names.Count > 0;
                Assert.True(names.TrueForAll(specified.Conflicts(set, parent).Contains), $"seed {seed}: the search within {SyntaxPrinter.Print(set)} of {text}");
            }

            Assert.True(merges != found, $"seed {seed}: the search in {text}");
        }

        Assert.InRange(refused, 500, 2_500);
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
