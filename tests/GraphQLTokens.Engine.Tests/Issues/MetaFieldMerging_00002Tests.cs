using GraphQLTokens.Engine.Tests.Validation;

namespace GraphQLTokens.Engine.Tests.Issues;

/// <summary>
/// `__typename` under an alias, beside a field of that name of another object type: the reference implementation and its clients hold such
/// documents for valid, since no object has both. They were refused for their shapes.
/// </summary>
public sealed class MetaFieldMerging_00002Tests
{
    [Theory]
    [InlineData("{ owner { ... on User { x: __typename } ... on Robot { x: serial } } }")]
    [InlineData("{ owner { ... on User { x: tokens { id } } ... on Robot { x: __typename } } }")]
    public void Accepts_a_type_name_beside_a_field_of_another_object_type(string document) =>
        RuleCheck.Accepts("OverlappingFieldsCanBeMerged", document);

    [Fact]
    public void Refuses_a_type_name_beside_a_field_of_the_same_object() => RuleCheck.Refuses(
        "OverlappingFieldsCanBeMerged",
        "{ token(id: 1) { id: __typename id } }",
        "1:18 1:33 Fields \"id\" conflict because \"__typename\" and \"id\" are different fields. Use different aliases on the fields to fetch both if this was intentional.");

    [Fact]
    public void Names_at_most_twenty_fields_of_either_side_of_a_conflict()
    {
        var left = string.Join(' ', Enumerable.Range(0, 30).Select(number => $"a{number}: id"));
        var right = string.Join(' ', Enumerable.Range(0, 30).Select(number => $"a{number}: name"));
        var error = Assert.Single(RuleCheck.Validate($"{{ token(id: 1) {{ {left} }} token(id: 1) {{ {right} }} }}"));
        Assert.Equal(40, error.Locations.Count);
    }
}
