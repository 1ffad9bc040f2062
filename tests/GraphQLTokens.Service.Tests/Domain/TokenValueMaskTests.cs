using System.Diagnostics;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Tests.Domain;

public sealed class TokenValueMaskTests
{
    private const string Value = "gqt_067NVMmMbKyCdbFPmvtE2x_3mPqZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZk0aB1c2";

    [Theory]
    [InlineData("", "")]
    [InlineData("a name", "a name")]
    [InlineData($"x{Value} y", "xgqt_067NVMmMbKyCdbFPmvtE2x_3mPq*** y")]
    [InlineData("gqt_067NVMmMbKyCdbFPmvtE2x_3mPqZ", "gqt_067NVMmMbKyCdbFPmvtE2x_3mPq***")]
    [InlineData("eyJh.eyJi.sig-_1", "eyJh.eyJi.***")]
    [InlineData("Bearer-eyJh.eyJi.c.d eyJe.eyJf.g", "Bearer-eyJh.eyJi.***.d eyJe.eyJf.***")]
    [InlineData("eyJ.eyJh.eyJi.c", "eyJ.eyJh.eyJi.***")]
    [InlineData("eyJh.x eyJh.eyJi eyJh.eyJi. eyJeyJa.eyJb.c", "eyJh.x eyJh.eyJi eyJh.eyJi. eyJeyJa.eyJb.***")]
    public void Cuts_values_and_signatures_and_nothing_else(string text, string masked) => Assert.Equal(masked, TokenValueMask.Apply(text));

    [Theory]
    [InlineData(Value, true)]
    [InlineData($"my{Value}!", true)]
    [InlineData("gqt_067NVMmMbKyCdbFPmvtE2x_3mPq", false)]
    [InlineData("eyJh.eyJi and eyJh.eyJi.c", true)]
    [InlineData("eyJh.eyJi.", false)]
    [InlineData("eyJh", false)]
    public void Tells_text_that_holds_a_secret(string text, bool holds) => Assert.Equal(holds, TokenValueMask.Holds(text));

    [Theory]
    [InlineData("eyJ")]
    [InlineData("eyJa.")]
    [InlineData("eyJa.eyJ")]
    [InlineData("_aaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("_")]
    public void Passes_over_long_text_of_beginnings_in_one_go(string beginning)
    {
        var text = string.Concat(Enumerable.Repeat(beginning, 1_000_000 / beginning.Length));
        var started = Stopwatch.GetTimestamp();

        TokenValueMask.Apply(text);
        TokenValueMask.Holds(text);

        // Milliseconds; what grows with the square of the length takes seconds.
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }
}
