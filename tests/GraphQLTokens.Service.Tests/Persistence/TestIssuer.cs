using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Tests.Persistence;

/// <summary>A public URL, which the room that knows it is not there to tell.</summary>
internal sealed class TestIssuer : IIssuer
{
    public string? Url { get; set; } = "https://tokens.example.com";
}
