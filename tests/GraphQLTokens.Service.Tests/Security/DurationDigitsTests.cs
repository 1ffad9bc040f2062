using System.Text.Json;
using GraphQLTokens.Service.GraphQL.Scalars;

namespace GraphQLTokens.Service.Tests.Security;

public sealed class DurationDigitsTests
{
    [Theory]
    [InlineData("P\u0663D")] // Arabic-Indic three
    [InlineData("PT\uFF13S")] // fullwidth three
    [InlineData("PT1.\u0966S")] // Devanagari zero
    public void Digits_of_other_scripts_are_refused_and_no_failure(string text)
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(text));

        Assert.False(new DurationScalar().TryCoerceJson(json.RootElement, out _, out var error));
        Assert.StartsWith("Duration must be", error, StringComparison.Ordinal);
    }
}
