namespace GraphQLTokens.Engine.Tests.Validation.Rules;

public sealed class OverlappingFieldsCanBeMergedRuleTests
{
    [Theory]
    [InlineData("{ tokens(first: 1, state: ACTIVE) { id } tokens(state: ACTIVE, first: 1) { id name } }")]
    [InlineData("{ owner { ... on User { x: email } ... on Robot { __typename } } }")]
    [InlineData("{ node(id: 1) { ... on Token { x: name } ... on User { x: name } } }")]
    [InlineData("{ node(id: 1) { ... on Token { x: id } ... on User { x: id y: name } } }")]
    [InlineData("{ a: token(id: 1) { ...F } b: token(id: 2) { ...F } } fragment F on Token { owner { ... on User { tokens { ...F } } } }")]
    [InlineData("{ all(ids: 1, at: { a: 1, b: [2] }) all(at: { b: [2], a: 1 }, ids: 1) }")]
    [InlineData("{ nothing { a: x } nothing { a: x } }")]
    [InlineData("{ owner { ... on User { x: tokens { y: name } } ... on Robot { serial } } }")]
    [InlineData("{ all(a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: [1], k: 1, l: 1, m: 1, n: 1, o: 1, p: 1, q: 1) all(q: 1, p: 1, o: 1, n: 1, m: 1, l: 1, k: 1, j: [1], i: 9, h: 8, g: 7, f: 6, e: 5, d: 4, c: 3, b: 2, a: 1) }")]
    [InlineData("{ all(at: [{ a: 1, b: 2 }]) all(at: [{ b: 2, a: 1 }]) }")]
    [InlineData("{ all(at: { a: 1, A: 2 }) all(at: { A: 2, a: 1 }) }")]
    [InlineData("{ x: token(id: 1) { id } x: token(id: 1) { id } X: token(id: 2) { id } }")]
    public void Accepts_fields_that_are_one_and_fields_that_no_object_shares(string document) => RuleCheck.Accepts("OverlappingFieldsCanBeMerged", document);

    // Such objects are refused for themselves too. They are one where both give the same fields, in the order of their names.
    [Theory]
    [InlineData("{ all(ids: 1, at: { a: 1, a: 1 }) all(at: { b: 2, a: 1 }, ids: 1) }", true)]
    [InlineData("{ all(ids: 1, at: { a: 1, a: 2 }) all(at: { a: 2, a: 1 }, ids: 1) }", true)]
    [InlineData("{ all(ids: 1, at: { a: 1, b: 3, a: 2 }) all(at: { a: 1, a: 2, b: 3 }, ids: 1) }", false)]
    public void Compares_objects_that_name_a_field_twice(string document, bool conflict)
    {
        var errors = RuleCheck.Validate(document);
        Assert.Equal(conflict, errors.Any(error => error.Message.Contains("differing arguments", StringComparison.Ordinal)));
    }

    [Fact]
    public void Cuts_a_reason_that_nobody_would_read_to_its_end()
    {
        var fields = Enumerable.Range(0, 30).ToArray();
        var document = $"{{ a: tokens {{ {string.Join(' ', fields.Select(number => $"x{number}: id"))} }} a: tokens {{ {string.Join(' ', fields.Select(number => $"x{number}: name"))} }} }}";
        var message = Assert.Single(RuleCheck.Validate(document)).Message;
        Assert.StartsWith("Fields \"a\" conflict because subfields \"x0\" conflict because", message, StringComparison.Ordinal);
        Assert.Equal(1000, message.IndexOf("...", StringComparison.Ordinal) - "Fields \"a\" conflict because ".Length);
    }

    [Theory]
    [InlineData(
        "{ x: tokens { id } x: owner { __typename } }",
        "1:3 1:20 Fields \"x\" conflict because \"tokens\" and \"owner\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "{ tokens(first: 1) { id } tokens { id } }",
        "1:3 1:27 Fields \"tokens\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "{ tokens(first: 1) { id } tokens(first: 2) { id } }",
        "1:3 1:27 Fields \"tokens\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "{ tokens { x: id } tokens { x: name } }",
        "1:3 1:12 1:20 1:29 Fields \"tokens\" conflict because subfields \"x\" conflict because \"id\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "{ node(id: 1) { ... on Token { lifetime } ... on User { lifetime } } }",
        "1:32 1:57 Fields \"lifetime\" conflict because they return conflicting types \"Int\" and \"String\". Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "{ node(id: 1) { ... on Token { x: name } ... on Named { x: id } } }",
        "1:32 1:57 Fields \"x\" conflict because \"name\" and \"id\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "{ ...A ...B } fragment A on Query { x: tokens { id } } fragment B on Query { x: owner { __typename } }",
        "1:37 1:78 Fields \"x\" conflict because \"tokens\" and \"owner\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "{ x: tokens { id } ...A } fragment A on Query { ...B } fragment B on Query { x: owner { __typename } }",
        "1:3 1:78 Fields \"x\" conflict because \"tokens\" and \"owner\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "{ node(id: 1) { ... on Token { x: uses { y: at } } ... on User { x: tokens { y: name } } } }",
        "1:32 1:42 1:66 1:78 Fields \"x\" conflict because subfields \"y\" conflict because they return conflicting types \"Instant!\" and \"String!\". Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "{ ... { tokens { id } ... { tokens(first: 1) { id } } } }",
        "1:9 1:29 Fields \"tokens\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "fragment A on Token { x: id x: name owner { ... on User { tokens { ...A } } } }",
        "1:23 1:29 Fields \"x\" conflict because \"id\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "{ tokens(where: { text: \"a\" }) { id } tokens(where: { text: \"\"\"a\"\"\" }) { id } }",
        "1:3 1:39 Fields \"tokens\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "{ tokens { x: id y: name } tokens { x: name y: id } }",
        "1:3 1:12 1:18 1:28 1:37 1:45 Fields \"tokens\" conflict because subfields \"x\" conflict because \"id\" and \"name\" are different fields and subfields \"y\" conflict because \"name\" and \"id\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "{ all(ids: 1, at: { a: 1, b: 1 }) all(ids: 1, at: { a: 1, c: 1 }) }",
        "1:3 1:35 Fields \"all\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "{ all(ids: [1, 2]) all(ids: [1]) }",
        "1:3 1:20 Fields \"all\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "{ all(ids: [1, 2]) all(ids: [1, 3]) }",
        "1:3 1:20 Fields \"all\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "{ all(at: { a: 1 }) all(at: { a: 1, b: 1 }) }",
        "1:3 1:21 Fields \"all\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "{ all(a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 1, k: 1, l: 1, m: 1, n: 1, o: 1, p: 1, q: 1) all(a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 1, k: 1, l: 1, m: 1, n: 1, o: 1, p: 1, q: 2) }",
        "1:3 1:109 Fields \"all\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "{ all(a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 1, k: 1, l: 1, m: 1, n: 1, o: 1, p: 1, q: 1) all(A: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 1, k: 1, l: 1, m: 1, n: 1, o: 1, p: 1, q: 1) }",
        "1:3 1:109 Fields \"all\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "{ token(id: 1) { x: name ... on User { x: lifetime } } }",
        "1:18 1:40 Fields \"x\" conflict because they return conflicting types \"String!\" and \"String\". Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "fragment F on Query { x: owner { __typename } } { x: token(id: 1) { id } ...F } fragment f on Query { y: owner { __typename } }",
        "1:51 1:23 Fields \"x\" conflict because \"token\" and \"owner\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "{ all(ids: [1, 2]) all(ids: [3, 2]) }",
        "1:3 1:20 Fields \"all\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "{ node(id: 1) { ... on Token { x: scopes } ... on User { x: tokens { id } } } }",
        "1:32 1:58 Fields \"x\" conflict because they return conflicting types \"[String!]!\" and \"[Token!]!\". Use different aliases on the fields to fetch both if this was intentional.")]
    public void Refuses_fields_that_share_a_name_and_differ(string document, params string[] errors) =>
        RuleCheck.Refuses("OverlappingFieldsCanBeMerged", document, errors);
}
