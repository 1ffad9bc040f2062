namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class NoFragmentCyclesRuleTests
{
    [Theory]
    [InlineData("{ ...A ...B } fragment A on Query { ...B ...C } fragment B on Query { ...C } fragment C on Query { __typename }")]
    [InlineData("fragment A on Query { ...Missing }")]
    [InlineData("fragment A on Query { ...a } fragment a on Query { __typename }")]
    public void Accepts_fragments_that_are_spread_often_without_a_cycle(string document) => RuleCheck.Accepts("NoFragmentCycles", document);

    [Theory]
    [InlineData(
        "fragment A on Query { ...A }",
        "1:23 Cannot spread fragment \"A\" within itself.")]
    [InlineData(
        "fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A }",
        "1:23 1:52 1:81 Cannot spread fragment \"A\" within itself via \"B\", \"C\".")]
    [InlineData(
        "fragment A on Query { owner { ...B } ...B } fragment B on Query { ... { ...A } }",
        "1:38 1:73 Cannot spread fragment \"A\" within itself via \"B\".")]
    [InlineData(
        "fragment A on Query { ...B ...C } fragment B on Query { ...A } fragment C on Query { ...A ...C }",
        "1:23 1:57 Cannot spread fragment \"A\" within itself via \"B\".",
        "1:28 1:86 Cannot spread fragment \"A\" within itself via \"C\".",
        "1:91 Cannot spread fragment \"C\" within itself.")]
    [InlineData(
        "fragment A on Query { ...a } fragment a on Query { ...a }",
        "1:52 Cannot spread fragment \"a\" within itself.")]
    [InlineData(
        "fragment A on Query { ...B ...C ...D } fragment B on Query { ...C } fragment C on Query { ...E } fragment E on Query { __typename } fragment D on Query { ...A }",
        "1:33 1:155 Cannot spread fragment \"A\" within itself via \"D\".")]
    public void Refuses_each_way_round_a_cycle(string document, params string[] errors) =>
        RuleCheck.Refuses("NoFragmentCycles", document, errors);
}
