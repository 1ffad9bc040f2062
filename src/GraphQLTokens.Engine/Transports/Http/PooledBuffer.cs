using System.Buffers;

namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>
/// Bytes in one piece of pooled memory that grows as it is written. The memory outlives the request and its contents
/// may be secret, so what was written is wiped before the memory goes back.
/// </summary>
internal sealed class PooledBuffer(int capacity) : IBufferWriter<byte>, IDisposable
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    /// <summary>What was written so far; valid until the next write and until disposal.</summary>
    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, Length);

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, bytes.Length - Length);
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return bytes.AsSpan(Length);
    }

    public void Dispose()
    {
        Release(bytes, Length);
        bytes = [];
        Length = 0;
    }

    private void MakeRoom(int sizeHint)
    {
        var needed = Math.Max(sizeHint, 1);
        if (bytes.Length - Length >= needed)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, checked(Length + needed)));
        bytes.AsSpan(0, Length).CopyTo(larger);
        Release(bytes, Length);
        bytes = larger;
    }

    private static void Release(byte[] bytes, int length)
    {
        if (bytes.Length == 0)
            return;
        bytes.AsSpan(0, length).Clear();
        ArrayPool<byte>.Shared.Return(bytes);
    }
}
