using System.Buffers.Text;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Persistence.Listing;

namespace GraphQLTokens.Service.Tests.Persistence.Listing;

public sealed class TokenCursorTests
{
    private static readonly IReadOnlyList<TokenOrder> Order = [new(TokenSortKey.Name, false), new(TokenSortKey.ExpiresAt, true)];

    private static readonly TokenCursor Cursor = new(Order, ["ÜNÏCODE 🦊", Instant.Never], Guid.CreateVersion7());

    [Fact]
    public void Reads_what_it_wrote()
    {
        Assert.True(TokenCursor.TryDecode(Cursor.Encode(), Order, out var read));
        Assert.Equal(Cursor.Keys, read!.Keys);
        Assert.Equal(Cursor.Id, read.Id);
    }

    [Fact]
    public void Refuses_a_cursor_of_another_order()
    {
        Assert.False(TokenCursor.TryDecode(Cursor.Encode(), TokenOrder.Default, out _));
        Assert.False(TokenCursor.TryDecode(Cursor.Encode(), [Order[0], new(TokenSortKey.ExpiresAt, false)], out _));
        Assert.False(TokenCursor.TryDecode(Cursor.Encode(), [Order[1], Order[0]], out _));
        Assert.False(TokenCursor.TryDecode(Cursor.Encode(), [Order[0]], out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AQ")]
    [InlineData("not base64!")]
    [InlineData("AAAA=AAA")]
    [InlineData("é")]
    public void Refuses_text_that_is_no_cursor(string text) => Assert.False(TokenCursor.TryDecode(text, Order, out _));

    [Fact]
    public void Survives_every_cut_every_changed_byte_and_any_length()
    {
        var bytes = Base64Url.DecodeFromChars(Cursor.Encode());
        for (var i = 0; i < bytes.Length; i++)
        {
            Assert.False(TokenCursor.TryDecode(Base64Url.EncodeToString(bytes.AsSpan(0, i)), Order, out _));
            for (var change = 1; change < 256; change++)
            {
                var changed = (byte[])bytes.Clone();
                changed[i] ^= (byte)change;
                _ = TokenCursor.TryDecode(Base64Url.EncodeToString(changed), Order, out _);
            }
        }
        Assert.False(TokenCursor.TryDecode(Base64Url.EncodeToString([.. bytes, 0]), Order, out _));
        Assert.False(TokenCursor.TryDecode(new string('A', 1_000_000), Order, out _));
    }
}
