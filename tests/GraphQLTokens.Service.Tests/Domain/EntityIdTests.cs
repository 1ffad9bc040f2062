using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Tests.Domain;

public sealed class EntityIdTests
{
    [Theory]
    [InlineData("01890a5d-ac96-774b-bcce-b302099a8057")]
    [InlineData("01890a5dac96774bbcceb302099a8057")]
    [InlineData("01890A5D-AC96-774B-BCCE-B302099A8057")]
    public void Reads_ids_with_and_without_dashes(string text)
    {
        Assert.True(EntityId.TryParse(text, out var id));
        Assert.Equal("01890a5d-ac96-774b-bcce-b302099a8057", EntityId.Format(id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("self")]
    [InlineData("{01890a5d-ac96-774b-bcce-b302099a8057}")]
    [InlineData("01890a5d-ac96-774b-bcce-b302099a805")]
    [InlineData("01890a5d-ac96-774b-bcce-b302099a805g")]
    [InlineData(" 1890a5dac96774bbcceb302099a8057")]
    public void Refuses_other_text(string? text) => Assert.False(EntityId.TryParse(text, out _));
}
