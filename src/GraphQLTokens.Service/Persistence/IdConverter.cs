using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GraphQLTokens.Service.Persistence;

/// <summary>Ids as 16 bytes, most significant first: <see cref="Domain.EntityId"/> says why.</summary>
internal sealed class IdConverter() : ValueConverter<Guid, byte[]>(id => ToBytes(id), bytes => FromBytes(bytes))
{
    public static byte[] ToBytes(Guid id) => id.ToByteArray(bigEndian: true);

    public static Guid FromBytes(byte[] bytes) => new(bytes, bigEndian: true);
}
