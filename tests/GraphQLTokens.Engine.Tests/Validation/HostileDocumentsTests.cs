using System.Text;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Validation;

namespace GraphQLTokens.Engine.Tests.Validation;

/// <summary>Documents made to be slow or to overflow the stack. Work is proved by counting steps, since time proves nothing on a busy machine.</summary>
public sealed class HostileDocumentsTests
{
    private const int Many = 10_000;

    [Theory]
    [InlineData("id ")]
    [InlineData("owner { __typename } ")]
    [InlineData("uses(limit: 1) { token { uses(limit: 1) { token { id } } } } ")]
    [InlineData("... on Token { name } ")]
    [InlineData("...F ")]
    public void Merging_a_field_that_is_repeated_is_linear(string repeated)
    {
        var context = Validate($"{{ token(id: 1) {{ {Repeat(repeated, Many)} ...F }} }} fragment F on Token {{ name }}");

        Assert.Empty(context.Errors);
        Assert.InRange(context.Steps, Many, 20 * Many);
    }

    [Fact]
    public void Merging_fields_that_all_conflict_ends_with_the_most_errors()
    {
        var context = Validate($"{{ token(id: 1) {{ {Repeat("x: id x: name ", Many / 2)} }} }}");

        Assert.Equal(ValidationOptions.Default.MaxErrors + 1, context.Errors.Count);
        Assert.InRange(context.Steps, 1, 20 * Many);
    }

    [Fact]
    public void A_conflict_behind_more_fields_than_can_be_compared_in_pairs_is_still_found()
    {
        var context = Validate($"{{ token(id: 1) {{ {Repeat("owner { __typename } ", 2_000)} x: id x: name }} }}");

        Assert.Contains(context.Errors, error => error.Message.StartsWith("Fields \"x\" conflict because \"id\" and \"name\" are different fields.", StringComparison.Ordinal));
    }

    // Each fragment spreads the next twice: followed one by one, 2^1000 fields.
    [Fact]
    public void Fragments_that_double_at_each_level_are_checked_once_each()
    {
        var document = new StringBuilder("{ token(id: 1) { ...F0 } } ");
        for (var index = 0; index < 1_000; index++)
            document.Append($"fragment F{index} on Token {{ a: uses {{ token {{ ...F{index + 1} }} }} b: uses {{ token {{ ...F{index + 1} }} }} }} ");
        var context = Validate(document.Append("fragment F1000 on Token { id }").ToString());

        Assert.Empty(context.Errors);
        Assert.InRange(context.Steps, 1_000, 100_000);
    }

    [Fact]
    public void What_a_fragment_selects_inside_is_checked_once_however_often_it_is_spread()
    {
        const int Spreads = 500;
        const int Depth = 50;
        var tokens = string.Concat(Enumerable.Range(0, Spreads).Select(index => $"t{index}: token(id: {index}) {{ ...F }} "));
        var context = Validate($"{{ {tokens} }} fragment F on Token {{ {Repeat("uses { token { ", Depth)} id {Repeat("} } ", Depth)} }}");

        Assert.Empty(context.Errors);
        Assert.InRange(context.Steps, Spreads, (10 * Spreads) + (10 * Depth));
    }

    // Sibling fields of one name, so that all levels below are merged.
    [Fact]
    public void Fragments_that_double_and_merge_at_each_level_are_checked_once_each()
    {
        var document = new StringBuilder("{ token(id: 1) { ...F0 } } ");
        for (var index = 0; index < 200; index++)
            document.Append($"fragment F{index} on Token {{ uses {{ token {{ ...F{index + 1} }} }} uses {{ token {{ ...F{index + 1} }} }} }} ");
        var context = Validate(document.Append("fragment F200 on Token { id }").ToString());

        Assert.Empty(context.Errors);
        Assert.InRange(context.Steps, 200, 100_000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_chain_of_fragments_of_any_length_does_not_overflow_the_stack(bool isCycle)
    {
        var document = new StringBuilder("query ($id: ID!) { token(id: $id) { ...F0 } } subscription { ...F0 } ");
        for (var index = 0; index < Many; index++)
            document.Append($"fragment F{index} on Token {{ x: id ...F{index + 1} }} ");
        document.Append($"fragment F{Many} on Token {{ x: name {(isCycle ? "...F0" : "")} }}");
        var context = OnSmallStack(() => Validate(document.ToString()));

        Assert.Equal(isCycle, context.Errors.Any(error => error.Message.StartsWith("Cannot spread fragment", StringComparison.Ordinal)));
        Assert.Contains(context.Errors, error => error.Message.StartsWith("Fields \"x\" conflict because", StringComparison.Ordinal));
        Assert.All(context.Errors, error => Assert.InRange(error.Locations.Count, 0, 500));
        Assert.InRange(context.Steps, Many, ValidationOptions.Default.MaxSteps);
    }

    [Theory]
    [InlineData("fragment F on Token { ...F }")]
    [InlineData("fragment F on Token { owner { ...G } } fragment G on Owner { ... on User { tokens { ...F } } }")]
    [InlineData("fragment F on Token { a: owner { ... on User { tokens { ...F } } } a: owner { ... on User { tokens { ...G } } } } fragment G on Token { ...F a: id }")]
    public void A_cycle_ends_in_every_rule(string fragments)
    {
        var document = Parser.Parse($"query ($a: Int) {{ token(id: 1) {{ ...F id }} ...F }} subscription {{ ...F }} {fragments}");
        foreach (var rule in SpecifiedRules.All)
        {
            var context = DocumentValidator.Validate(RuleCheck.Schema, document, new RuleSet([rule]), ValidationOptions.Default);
            Assert.InRange(context.Steps, 0, 1_000);
        }
    }

    [Fact]
    public void Many_operations_over_many_fragments_are_refused_before_they_take_long()
    {
        var document = new StringBuilder();
        for (var index = 0; index < 1_000; index++)
            document.Append($"query Q{index} {{ ...F0 }} fragment F{index} on Query {{ tokens(first: $a) {{ id }} ...F{index + 1} }} ");
        var context = Validate(document.Append("fragment F1000 on Query { __typename }").ToString(), new ValidationOptions(MaxErrors: int.MaxValue));

        Assert.Single(context.Errors, error => error.Message.StartsWith("The document takes too many steps to validate", StringComparison.Ordinal));
        Assert.InRange(context.Steps, ValidationOptions.Default.MaxSteps, 2 * ValidationOptions.Default.MaxSteps);
    }

    [Fact]
    public void A_large_document_that_is_not_hostile_takes_few_steps()
    {
        var document = new StringBuilder("{ ");
        for (var index = 0; index < 400; index++)
            document.Append($"t{index}: token(id: {index}) {{ ...Parts owner {{ ... on User {{ name tokens {{ ...Parts }} }} }} }} ");
        var context = Validate(document.Append("} fragment Parts on Token { id name uses(limit: 3) { at token { id name } } owner { ... on User { email } } }").ToString());

        Assert.Empty(context.Errors);
        Assert.InRange(context.Steps, 1, ValidationOptions.Default.MaxSteps / 10);
    }

    // A tenth of what a request's thread has: recursion that follows the chain ends the process, and with it the test run.
    private static ValidationContext OnSmallStack(Func<ValidationContext> validate)
    {
        ValidationContext? context = null;
        var thread = new Thread(() => context = validate(), maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();
        return context!;
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static ValidationContext Validate(string document, ValidationOptions? options = null) =>
        DocumentValidator.Validate(RuleCheck.Schema, Parser.Parse(document, RuleCheck.Generous), RuleSet.Specified, options ?? ValidationOptions.Default);
}
