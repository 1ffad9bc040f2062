using System.Buffers;
using GraphQLTokens.Engine.Transports.Http;

namespace GraphQLTokens.Engine.Tests.Transports.Http;

public sealed class PooledBufferTests
{
    [Fact]
    public void Keeps_what_was_written_while_it_grows()
    {
        using var buffer = new PooledBuffer(1);
        var expected = Enumerable.Range(0, 10_000).Select(number => (byte)number).ToArray();
        foreach (var part in expected.Chunk(7))
            buffer.Write(part);
        Assert.Equal(expected, buffer.Written.ToArray());
    }

    [Fact]
    public void Wipes_what_it_held()
    {
        var buffer = new PooledBuffer(16);
        buffer.Write("secret"u8);
        var memory = buffer.Written;
        buffer.Dispose();
        Assert.Equal(new byte[6], memory.ToArray());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Refuses_to_advance_past_its_memory(int count)
    {
        using var buffer = new PooledBuffer(16);
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(count));
    }
}
