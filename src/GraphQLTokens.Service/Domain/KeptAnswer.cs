using System.Buffers.Binary;
using System.Text;

namespace GraphQLTokens.Service.Domain;

/// <summary>An answer as it was given, to be given again: status, content type, body.</summary>
internal sealed record KeptAnswer(int Status, string ContentType, byte[] Body)
{
    private const int HeadLength = 4;

    /// <summary>Status and length of the content type, two bytes each, then both texts.</summary>
    public byte[] ToBytes()
    {
        var type = Encoding.UTF8.GetBytes(ContentType);
        var bytes = new byte[HeadLength + type.Length + Body.Length];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)Status);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), (ushort)type.Length);
        type.CopyTo(bytes, HeadLength);
        Body.CopyTo(bytes, HeadLength + type.Length);
        return bytes;
    }

    public static KeptAnswer FromBytes(ReadOnlySpan<byte> bytes)
    {
        var type = bytes.Slice(HeadLength, BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]));
        return new KeptAnswer(BinaryPrimitives.ReadUInt16BigEndian(bytes), Encoding.UTF8.GetString(type), bytes[(HeadLength + type.Length)..].ToArray());
    }
}
