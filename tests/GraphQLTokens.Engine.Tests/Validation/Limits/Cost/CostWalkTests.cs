namespace GraphQLTokens.Engine.Tests.Validation.Limits.Cost;

/// <summary>Each row is a sum that can be done by hand over the schema of <see cref="LimitedExecutor"/>; the query root itself is a value of weight 1.</summary>
public sealed class CostWalkTests
{
    private readonly LimitedExecutor executor = new();

    [Theory]
    [InlineData("{ __typename }", 1, 0)]
    [InlineData("{ light { id } }", 2, 1)]
    [InlineData("{ names }", 1, 0)]
    [InlineData("mutation { make { id } }", 2, 1)]
    [InlineData("{ item { id name } }", 1 + 2, 2)]
    [InlineData("{ item { heavy } }", 1 + 2 + 3, 2 + 3)]
    [InlineData("{ item { price } }", 1 + 2, 2 + 4.5)]
    [InlineData("{ item { next { next { id } } } }", 1 + 2 + 2 + 2, 6)]
    [InlineData("{ light { id } light { id } }", 1 + 1 + 1, 2)]
    [InlineData("{ light @tag(name: \"x\") { id } }", 2, 1 + 2)]
    public void Adds_up_values_and_fields(string document, double type, double field) => Costs(document, type, field);

    [Theory]
    [InlineData("{ node { id } }", 1 + 2, 2)]
    [InlineData("{ thing { ... on Light { id } ... on Item { heavy } } }", 1 + 2 + 3, 2 + 3)]
    public void Takes_the_heaviest_type_that_a_value_can_be(string document, double type, double field) => Costs(document, type, field);

    [Theory]
    [InlineData("{ items { id } }", 1 + (10 * 2), 2)]
    [InlineData("{ five { heavy } }", 1 + (5 * (2 + 3)), 2 + (5 * 3))]
    [InlineData("{ five { items { heavy } } }", 1 + (5 * (2 + (10 * (2 + 3)))), 2 + (5 * (2 + (10 * 3))))]
    [InlineData("{ sliced(max: 3) { id } }", 1 + 3, 1)]
    [InlineData("{ sliced(max: 0) { id } }", 1, 1)]
    [InlineData("{ sliced(max: -3) { id } }", 1, 1)]
    [InlineData("{ sliced { id } }", 1 + 10, 1)]
    [InlineData("{ sliced(page: {}) { id } }", 1 + 7, 1 + 1)]
    [InlineData("{ sliced(page: { first: 4 }, max: 2) { id } }", 1 + 4, 1 + 1)]
    [InlineData("{ sliced(page: { first: null }) { id } }", 1 + 10, 1 + 1)]
    [InlineData("{ sliced(page: { after: \"x\", first: 4 }) { id } }", 1 + 4, 1 + 1)]
    [InlineData("{ sliced(page: {}, max: 2) { id } }", 1 + 2, 1 + 1)]
    public void Multiplies_by_the_length_of_lists(string document, double type, double field) => Costs(document, type, field);

    [Theory]
    [InlineData("{ paged { nodes { id } } }", 1 + 1 + (50 * 2), 1 + 2)]
    [InlineData("{ paged(first: 3) { nodes { id } edges { node { id } } total } }", 1 + 1 + (3 * 2) + (3 * (1 + 2)), 1 + 2 + 1 + (3 * 2))]
    [InlineData("{ paged(first: 3, last: 8) { nodes { id } } }", 1 + 1 + (8 * 2), 1 + 2)]
    [InlineData("{ paged(first: 3) { total } }", 1 + 1, 1)]
    [InlineData("{ paged(first: 3) { ... on Items { nodes { items { id } } } } }", 1 + 1 + (3 * (2 + (10 * 2))), 1 + 2 + (3 * 2))]
    [InlineData("{ paged(first: 2) { ...P } b: paged(first: 5) { ...P } } fragment P on Items { nodes { id } total }", 1 + (1 + 4) + (1 + 10), 6)]
    public void Sizes_the_lists_inside_a_page(string document, double type, double field) => Costs(document, type, field);

    [Theory]
    [InlineData("{ find { id } }", 1)]
    [InlineData("{ find(key: \"x\") { id } }", 1 + 6)]
    [InlineData("{ one(one: 1) { id } }", 1 + 1)]
    [InlineData("{ none(where: { costly: 1 }) { id } }", 1 + 20)]
    [InlineData("{ find(where: null) { id } }", 1 + 1)]
    [InlineData("{ find(where: { name: \"a\" }) { id } }", 1 + 1)]
    [InlineData("{ find(where: { costly: 1, deep: { costly: 2 } }) { id } }", 1 + 1 + 20 + 1 + 20)]
    [InlineData("{ find(all: [{}, { costly: 1 }]) { id } }", 1 + 1 + 20)]
    [InlineData("{ find(all: { costly: 1 }) { id } }", 1 + 1 + 20)]
    [InlineData("query ($w: Filter) { find(where: $w) { id } }", 1 + 1 + 1 + 20 + 20, "{\"w\":{\"any\":[{\"costly\":1},{\"costly\":2}]}}")]
    [InlineData("query ($w: Filter) { find(where: $w) { id } }", 1)]
    [InlineData("query ($c: Int) { find(where: { costly: $c }) { id } }", 1 + 1)]
    [InlineData("query ($c: Int) { find(where: { costly: $c }) { id } }", 1 + 1 + 20, "{\"c\":1}")]
    [InlineData("query ($w: Filter) { find(where: $w) { id } b: find(where: $w) { id } }", 2 * (1 + 1 + 20), "{\"w\":{\"costly\":1}}", 3)]
    [InlineData("query ($w: Filter, $W: Filter) { find(where: $w) { id } b: find(where: $W) { id } }", (1 + 1 + 20) + (1 + 1), "{\"w\":{\"costly\":1},\"W\":{}}", 3)]
    public void Adds_the_arguments_given(string document, double field, string variables = "{}", double type = 2) => Costs(document, type, field, variables);

    [Theory]
    [InlineData("{ item { cheap(hint: 1) { id } } }", 1 + 2 + 2, 2)]
    public void Nothing_is_cheaper_than_free(string document, double type, double field) => Costs(document, type, field);

    [Theory]
    [InlineData("query ($n: Int) { paged(first: $n) { nodes { id } } }", "{\"n\":4}", 1 + 1 + 8, 3)]
    [InlineData("query ($n: Int) { paged(first: $n) { nodes { id } } }", "{}", 1 + 1 + 100, 3)]
    [InlineData("query ($n: Int) { paged(first: $n) { nodes { id } } }", "{\"n\":null}", 1 + 1 + 100, 3)]
    [InlineData("query ($n: Int = 6) { paged(first: $n) { nodes { id } } }", "{}", 1 + 1 + 12, 3)]
    [InlineData("query ($p: Page) { sliced(page: $p) { id } }", "{\"p\":{\"first\":9}}", 1 + 9, 2)]
    [InlineData("query ($p: Page) { sliced(page: $p) { id } }", "{\"p\":{}}", 1 + 7, 2)]
    [InlineData("query ($n: Int) { sliced(page: { first: $n }) { id } }", "{\"n\":3}", 1 + 3, 2)]
    [InlineData("query ($n: Int) { sliced(page: { first: $n }) { id } }", "{}", 1 + 7, 2)]
    [InlineData("query ($s: Boolean!) { items @skip(if: $s) { id } light { id } }", "{\"s\":true}", 2, 1)]
    [InlineData("query ($s: Boolean!) { items @skip(if: $s) { id } light { id } }", "{\"s\":false}", 2 + 20, 3)]
    [InlineData("query ($s: Boolean!) { ... @include(if: $s) { items { id } } light { id } }", "{\"s\":false}", 2, 1)]
    [InlineData("{ items @include(if: false) { id } light { id } }", "{}", 2, 1)]
    [InlineData("{ items @skip(if: true) { id } light @include(if: true) { id } }", "{}", 2, 1)]
    public void Counts_with_the_variables_of_the_request(string document, string variables, double type, double field)
    {
        Costs(document, type, field, variables);
        Costs(document, type, field, variables);
    }

    [Fact]
    public void The_same_document_costs_what_each_request_makes_of_it()
    {
        const string document = "query ($n: Int) { paged(first: $n) { nodes { id } } }";

        Costs(document, 1 + 1 + 2, 3, "{\"n\":1}");
        Costs(document, 1 + 1 + 200, 3, "{\"n\":100}");
        Costs(document, 1 + 1 + 2, 3, "{\"n\":1}");
    }

    [Fact]
    public void Lists_of_introspection_are_no_longer_for_one_caller_than_for_another() =>
        Costs("{ __schema { types { name fields { name } } } }", 1 + 1 + 1 + 1, 3);

    private void Costs(string document, double type, double field, string variables = "{}")
    {
        var cost = executor.Execute(document, variables, "{\"cost\":true}").GetProperty("extensions").GetProperty("cost");

        Assert.Equal((type, field), (cost.GetProperty("typeCost").GetDouble(), cost.GetProperty("fieldCost").GetDouble()));
    }
}
