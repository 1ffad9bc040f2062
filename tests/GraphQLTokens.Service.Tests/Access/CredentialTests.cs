using GraphQLTokens.Service.Access;
using Microsoft.Extensions.Primitives;

namespace GraphQLTokens.Service.Tests.Access;

public sealed class CredentialTests
{
    [Theory]
    [InlineData(null, null, "None", null)]
    [InlineData("", "", "None", null)]
    [InlineData("k", null, "One", "k")]
    [InlineData(null, "Bearer k", "One", "k")]
    [InlineData(null, "bearer   k ", "One", "k")]
    [InlineData("k", "Bearer k", "One", "k")]
    [InlineData("k", "Bearer other", "Ambiguous", null)]
    [InlineData("k", "Basic eDp5", "One", "k")]
    [InlineData(null, "Basic eDp5", "None", null)]
    [InlineData(null, "Bearer", "None", null)]
    [InlineData(null, "Bearer ", "None", null)]
    [InlineData(null, "Bearerk", "None", null)]
    public void Reads_the_one_credential(string? apiKey, string? authorization, string kind, string? value)
    {
        var credential = Credential.Read(apiKey, authorization);

        Assert.Equal(kind, credential.Kind.ToString());
        Assert.Equal(value, credential.Value);
    }

    [Fact]
    public void A_header_sent_twice_leaves_it_open_who_calls()
    {
        Assert.Equal(CredentialKind.Ambiguous, Credential.Read(new StringValues(["k", "k"]), default).Kind);
        Assert.Equal(CredentialKind.Ambiguous, Credential.Read(default, new StringValues(["Bearer k", "Bearer k"])).Kind);
    }

    [Fact]
    public void A_header_of_any_length_is_bounded_and_no_text_form_shows_the_value()
    {
        Assert.Equal("", Credential.Read(new string('k', 1_000_000), default).Value);
        Assert.DoesNotContain("hidden", Credential.Read("hidden", default).ToString(), StringComparison.Ordinal);
    }
}
