using System.Text;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Tests.Domain;

public sealed class CallSealTests
{
    private static readonly TokenValue Value = TokenValue.Create("gqt", Guid.CreateVersion7());
    private static readonly byte[] Call = [1, 2, 3];
    private static readonly byte[] Plain = Encoding.ASCII.GetBytes("a secret answer");

    [Fact]
    public void The_same_value_and_call_open_what_was_sealed()
    {
        var box = new CallSeal(Value, Call).Seal(Plain, SealedPart.Answer);

        Assert.True(new CallSeal(Value, Call).TryOpen(box, SealedPart.Answer, out var opened));
        Assert.Equal(Plain, opened);
        Assert.DoesNotContain("secret", Encoding.Latin1.GetString(box), StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_seals_are_alike()
    {
        var seal = new CallSeal(Value, Call);

        Assert.NotEqual(seal.Seal(Plain, SealedPart.Answer), seal.Seal(Plain, SealedPart.Answer));
    }

    [Fact]
    public void Another_value_of_the_same_token_another_call_and_another_part_open_nothing()
    {
        var box = new CallSeal(Value, Call).Seal(Plain, SealedPart.Answer);

        Assert.False(new CallSeal(TokenValue.Create("gqt", Value.TokenId), Call).TryOpen(box, SealedPart.Answer, out _));
        Assert.False(new CallSeal(Value, [1, 2, 4]).TryOpen(box, SealedPart.Answer, out _));
        Assert.False(new CallSeal(Value, Call).TryOpen(box, SealedPart.Value, out _));
    }

    [Fact]
    public void A_single_changed_bit_anywhere_opens_nothing()
    {
        var seal = new CallSeal(Value, Call);
        var box = seal.Seal(Plain, SealedPart.Answer);
        for (var i = 0; i < box.Length; i++)
        {
            box[i] ^= 1;
            Assert.False(seal.TryOpen(box, SealedPart.Answer, out _));
            box[i] ^= 1;
        }
        Assert.False(seal.TryOpen(box.AsSpan(0, 47), SealedPart.Answer, out _));
        Assert.True(seal.TryOpen(box, SealedPart.Answer, out _));
    }

    [Fact]
    public void An_answer_is_the_same_after_it_was_bytes()
    {
        var answer = KeptAnswer.FromBytes(new KeptAnswer(207, "application/json; charset=utf-8", Plain).ToBytes());

        Assert.Equal((207, "application/json; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal(Plain, answer.Body);
    }
}
