using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Validation.Limits.Cost;

namespace GraphQLTokens.Engine.Tests.Validation.Limits.Cost;

public sealed class CostLimitsTests
{
    [Fact]
    public void An_operation_costs_at_most_the_type_cost_allowed()
    {
        With(new() { MaxTypeCost = 102 }).Accepts("{ paged { nodes { id } } }");
        With(new() { MaxTypeCost = 101 }).Refuses(ErrorCodes.CostLimitExceeded, 101, 102, "{ paged { nodes { id } } }");
    }

    [Fact]
    public void An_operation_costs_at_most_the_field_cost_allowed()
    {
        With(new() { MaxFieldCost = 6.5 }).Accepts("{ item { price } }");
        With(new() { MaxFieldCost = 6.4 }).Refuses(ErrorCodes.CostLimitExceeded, 6.4, 6.5, "{ item { price } }");
    }

    [Theory]
    [InlineData("{{ paged(first: {0}) {{ total }} }}", "{}")]
    [InlineData("{{ paged(last: {0}, first: 1) {{ total }} }}", "{}")]
    [InlineData("{{ paged(first: {0}) @skip(if: false) {{ total }} }}", "{}")]
    [InlineData("{{ ...F }} fragment F on Query {{ sliced(page: {{ first: {0} }}) {{ id }} }}", "{}")]
    [InlineData("query ($n: Int) {{ paged(first: $n) {{ total }} }}", "{{\"n\":{0}}}")]
    [InlineData("query ($p: Page) {{ sliced(page: $p) {{ id }} }}", "{{\"p\":{{\"first\":{0}}}}}")]
    public void A_page_is_at_most_as_long_as_allowed(string document, string variables)
    {
        var executor = new LimitedExecutor();

        executor.Accepts(At(document, 100), At(variables, 100));
        executor.Refuses(ErrorCodes.PageSizeLimitExceeded, 100, 101, At(document, 101), At(variables, 101));

        static string At(string text, int size) => text == "{}" ? text : string.Format(System.Globalization.CultureInfo.InvariantCulture, text, size);
    }

    [Theory]
    [InlineData("{ strict { id } }", false)]
    [InlineData("{ strict(first: null) { id } }", false)]
    [InlineData("{ strict(first: 1, last: 1) { id } }", false)]
    [InlineData("{ lone { id } }", false)]
    [InlineData("{ strict(first: 1) { id } }", true)]
    [InlineData("{ strict(first: 1, last: null) { id } }", true)]
    [InlineData("{ paged(first: 1, last: 1) { total } }", true)]
    public void Exactly_one_slicing_argument_is_given_where_the_schema_says_so(string document, bool accepted)
    {
        var response = new LimitedExecutor().Execute(document);

        Assert.Equal(accepted, response.TryGetProperty("data", out _));
        if (!accepted)
            Assert.Equal(ErrorCodes.BadUserInput, response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("{\"cost\":true}", true, true)]
    [InlineData("{\"cost\":true}", false, false)]
    [InlineData("{\"cost\":false}", true, false)]
    [InlineData("{\"cost\":\"yes\"}", true, false)]
    [InlineData("{}", true, false)]
    public void The_cost_is_told_to_whom_asks_where_that_is_allowed(string extensions, bool allowed, bool told) =>
        Assert.Equal(told, With(new() { ReportOnRequest = allowed }).Execute("{ light { id } }", "{}", extensions).TryGetProperty("extensions", out _));

    [Fact]
    public void The_limits_are_told_beside_the_cost()
    {
        var cost = With(new() { MaxTypeCost = 12, MaxFieldCost = 34 }).Execute("{ light { id } }", "{}", "{\"cost\":true}").GetProperty("extensions").GetProperty("cost");

        Assert.Equal("""{"typeCost":2,"fieldCost":1,"maxTypeCost":12,"maxFieldCost":34}""", cost.GetRawText());
    }

    [Fact]
    public void Fifty_pages_of_a_hundred_objects_are_allowed_where_nothing_is_said()
    {
        var limits = new CostLimits();

        Assert.Equal((5_000, 5_000, 100), (limits.MaxTypeCost, limits.MaxFieldCost, limits.MaxPageSize));
    }

    [Theory]
    [InlineData("query A { light { id } } query Dear { paged(first: 90) { nodes { id } } }", 26)]
    [InlineData("query A { light { id } } query Dear { paged(first: 101) { total } }", 39)]
    [InlineData("query A { light { id } } query Dear { strict { id } }", 39)]
    public void A_refusal_points_to_what_asks_for_too_much(string document, int column)
    {
        var response = With(new() { MaxTypeCost = 150 }).Execute(new GraphQLRequest { Document = document, OperationName = "Dear" });
        var place = Assert.Single(response.GetProperty("errors")[0].GetProperty("locations").EnumerateArray());

        Assert.Equal((1, column), (place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32()));
    }

    [Fact]
    public void A_negative_limit_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new CostLimits { MaxPageSize = -1 });

    private static LimitedExecutor With(CostLimits limits) => new(new ExecutionOptions { Cost = limits });
}
