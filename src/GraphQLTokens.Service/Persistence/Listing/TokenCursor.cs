using System.Buffers.Text;
using System.Text;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Persistence.Listing;

/// <summary>
/// A place in an ordered list, opaque to clients: base64url of
/// <code>version (1) | number of keys | one byte a key: sort key * 2 + descending | the keys' values | id, 16 bytes</code>
/// It holds values, not a row number, so it stays right while rows come and go, even when its own row has gone. It is bound to its
/// order; it grants nothing, since what a caller may see is decided on each page anew.
/// </summary>
internal sealed record TokenCursor(IReadOnlyList<TokenOrder> Order, IReadOnlyList<object> Keys, Guid Id)
{
    private const byte Version = 1;

    /// <summary>A name of 100 characters of four bytes each, and the rest with room to spare.</summary>
    private const int MaxLength = 1024;

    public static TokenCursor Of(ApiToken token, IReadOnlyList<TokenOrder> order) =>
        new(order, [.. order.Select(key => KeyOf(token, key.Key))], token.Id);

    public string Encode()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Version);
        writer.Write((byte)Order.Count);
        foreach (var key in Order)
            writer.Write(CodeOf(key));
        foreach (var key in Keys)
        {
            if (key is DateTimeOffset instant)
                writer.Write(instant.ToUnixTimeMilliseconds());
            else
                writer.Write((string)key);
        }
        writer.Write(IdConverter.ToBytes(Id));
        return Base64Url.EncodeToString(bytes.ToArray());
    }

    /// <summary>False for text that is no cursor, or one of another order or version.</summary>
    public static bool TryDecode(string text, IReadOnlyList<TokenOrder> order, out TokenCursor? cursor)
    {
        cursor = null;
        if (text.Length > MaxLength || !Base64Url.IsValid(text))
            return false;
        using var reader = new BinaryReader(new MemoryStream(Base64Url.DecodeFromChars(text)), new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            if (reader.ReadByte() != Version || reader.ReadByte() != order.Count || !order.All(key => reader.ReadByte() == CodeOf(key)))
                return false;
            var keys = order.Select(key => ReadKey(reader, key.Key)).ToList();
            var id = reader.ReadBytes(16);
            if (id.Length < 16 || reader.BaseStream.Position != reader.BaseStream.Length)
                return false;
            cursor = new TokenCursor(order, keys, IdConverter.FromBytes(id));
            return true;
        }
        catch (Exception fault) when (fault is EndOfStreamException or FormatException or ArgumentException or IOException)
        {
            return false;
        }
    }

    private static byte CodeOf(TokenOrder key) => (byte)(((int)key.Key * 2) + (key.Descending ? 1 : 0));

    private static object KeyOf(ApiToken token, TokenSortKey key) => key switch
    {
        TokenSortKey.Name => token.NameKey,
        TokenSortKey.CreatedAt => token.CreatedAt,
        TokenSortKey.ExpiresAt => token.EndsAt,
        TokenSortKey.LastUsedAt => token.UsedAt,
    };

    private static object ReadKey(BinaryReader reader, TokenSortKey key) => key switch
    {
        TokenSortKey.Name => reader.ReadString(),
        TokenSortKey.CreatedAt or TokenSortKey.ExpiresAt or TokenSortKey.LastUsedAt =>
            DateTimeOffset.FromUnixTimeMilliseconds(reader.ReadInt64()),
    };
}
