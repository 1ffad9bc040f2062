using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Validation.Limits;

namespace GraphQLTokens.Engine.Tests.Validation.Limits;

public sealed class DocumentLimitsTests
{
    // Root fields would be the first to be too many.
    private static readonly ExecutionOptions ManyRoots = new() { Document = new DocumentLimits { MaxRootFields = int.MaxValue } };

    private readonly LimitedExecutor defaults = new();
    private readonly LimitedExecutor manyRoots = new(ManyRoots);

    [Theory]
    [InlineData("{ # }", "item { id } ", 20)]
    [InlineData("{ ...F # } fragment F on Query { item { id } item { id } }", "item { id } ", 18)]
    [InlineData("mutation { # }", "make { id } ", 20)]
    [InlineData("{ # }", "__typename ", 20)]
    [InlineData("{ ... on Query { # } }", "__typename ", 20)]
    public void Root_fields(string around, string repeated, int most) =>
        AtAndAbove(defaults, ErrorCodes.RootFieldLimitExceeded, 20, around, _ => repeated, most);

    [Theory]
    [InlineData("{ item { # } }", "id ", 100)]
    [InlineData("{ item { next { # } } }", "id ", 100)]
    [InlineData("{ item { ...F # } } fragment F on Item { id name ... on Node { id } }", "id ", 97)]
    [InlineData("{ item { # } } fragment F on Item { id name }", "...F ", 50)]
    public void Selections_in_one_set(string around, string repeated, int most) =>
        AtAndAbove(new LimitedExecutor(ManyRoots with { Document = ManyRoots.Document with { MaxFragmentSpreads = 1_000 } }), ErrorCodes.SelectionLimitExceeded, 100, around, _ => repeated, most, fieldsEach: repeated == "...F " ? 2 : 1);

    [Theory]
    [InlineData("{ item { # } }", 30)]
    [InlineData("{ ...F ...F } fragment F on Query { item { # } }", 15)]
    public void Aliases(string around, int most) =>
        AtAndAbove(manyRoots, ErrorCodes.AliasLimitExceeded, 30, around, index => $"a{index}: id ", most, fieldsEach: 30 / most);

    [Theory]
    [InlineData("{ item { # } } fragment F on Item { id }", "...F ", 200, 1)]
    [InlineData("{ item { # } } fragment F on Item { ...G } fragment G on Item { id }", "...F ", 100, 2)]
    public void Fragment_spreads(string around, string repeated, int most, int spreadsEach)
    {
        var executor = new LimitedExecutor(new ExecutionOptions { Document = new DocumentLimits { MaxSelections = 1_000 } });
        AtAndAbove(executor, ErrorCodes.FragmentSpreadLimitExceeded, 200, around, _ => repeated, most, spreadsEach);
    }

    [Theory]
    [InlineData("__schema { types { # } }", "fields { type { # } }", "name")]
    [InlineData("__type(name: \"Item\") { # }", "interfaces { # }", "name")]
    [InlineData("__type(name: \"Item\") { # }", "possibleTypes { # }", "name")]
    [InlineData("__type(name: \"Filter\") { # }", "inputFields { type { # } }", "name")]
    public void Lists_of_types_within_each_other(string around, string level, string inner)
    {
        defaults.Accepts("{ " + Nest(2) + " }");
        defaults.Refuses(ErrorCodes.IntrospectionDepthLimitExceeded, 2, 3, "{ " + Nest(3) + " }");
        defaults.Refuses(ErrorCodes.IntrospectionDepthLimitExceeded, 2, 3, "{ ...F } fragment F on Query { " + Nest(3) + " }");

        string Nest(int times)
        {
            var text = inner;
            for (var index = 0; index < times; index++)
                text = level.Replace("#", text, StringComparison.Ordinal);
            return around.Replace("#", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Fields_that_are_only_named_like_introspection_are_not_counted()
    {
        var document = Parser.Parse("{ item " + string.Concat(Enumerable.Repeat("{ fields ", 10)) + new string('}', 10) + " }");

        Assert.Empty(OperationLimits.Check(document, new DocumentLimits(), maxDepth: 100));
    }

    [Fact]
    public void Chains_of_wrappers_as_tools_ask_for_them_pass() =>
        defaults.Accepts("{ __schema { types { fields { type " + string.Concat(Enumerable.Repeat("{ kind name ofType ", 9)) + "{ name }" + new string('}', 9) + " } } } }");

    [Fact]
    public void Each_operation_of_a_document_is_held_to_them()
    {
        var tooMany = string.Concat(Enumerable.Repeat("__typename ", 21));

        defaults.Refuses(ErrorCodes.RootFieldLimitExceeded, 20, 21, "query A { __typename } query B { " + tooMany + "}");
    }

    [Fact]
    public void Fragments_whose_names_differ_in_case_alone_are_two()
    {
        const string around = "{ item { ...F ...f } } fragment F on Item { id } ";

        defaults.Accepts(around + "fragment f on Item { name next { id } }");
        defaults.Refuses(ErrorCodes.SelectionLimitExceeded, 100, 102, around + "fragment f on Item { " + string.Concat(Enumerable.Repeat("id ", 101)) + "}");
    }

    [Fact]
    public void A_negative_limit_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new DocumentLimits { MaxAliases = -1 });

    private static void AtAndAbove(LimitedExecutor executor, string code, int limit, string around, Func<int, string> repeated, int most, int fieldsEach = 1)
    {
        executor.Accepts(Repeat(most));
        executor.Refuses(code, limit, limit + fieldsEach, Repeat(most + 1));

        string Repeat(int times) => around.Replace("#", string.Concat(Enumerable.Range(0, times).Select(repeated)), StringComparison.Ordinal);

    }
}
