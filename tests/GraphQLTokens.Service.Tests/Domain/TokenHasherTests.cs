using System.Security.Cryptography;
using System.Text;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Tests.Domain;

public sealed class TokenHasherTests
{
    private static readonly byte[] First = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly byte[] Second = [.. Enumerable.Repeat((byte)2, 40)];
    private static readonly TokenValue Value = TokenValue.Create("gqt", Guid.CreateVersion7());

    [Fact]
    public void Hashes_the_text_with_SHA256_where_there_is_no_pepper()
    {
        var hash = new TokenHasher(new Dictionary<int, byte[]>()).Hash(Value);

        Assert.Equal(SHA256.HashData(Encoding.ASCII.GetBytes(Value.Reveal())), hash.Bytes);
        Assert.Equal(0, hash.PepperVersion);
    }

    [Fact]
    public void Hashes_under_the_newest_pepper()
    {
        var hash = new TokenHasher(new Dictionary<int, byte[]> { [1] = First, [2] = Second }).Hash(Value);

        Assert.Equal(HMACSHA256.HashData(Second, Encoding.ASCII.GetBytes(Value.Reveal())), hash.Bytes);
        Assert.Equal(2, hash.PepperVersion);
    }

    [Fact]
    public void Older_hashes_stay_readable_while_their_pepper_is_there()
    {
        var plain = new TokenHasher(new Dictionary<int, byte[]>()).Hash(Value);
        var older = new TokenHasher(new Dictionary<int, byte[]> { [1] = First }).Hash(Value);
        var now = new TokenHasher(new Dictionary<int, byte[]> { [1] = First, [2] = Second });

        Assert.True(now.Matches(Value, plain));
        Assert.True(now.Matches(Value, older));
        Assert.False(new TokenHasher(new Dictionary<int, byte[]> { [2] = Second }).Matches(Value, older));
    }

    [Fact]
    public void Matches_no_other_value_and_no_other_hash()
    {
        var hasher = new TokenHasher(new Dictionary<int, byte[]> { [1] = First });
        var hash = hasher.Hash(Value);

        Assert.True(hasher.Matches(Value, hash));
        Assert.False(hasher.Matches(TokenValue.Create("gqt", Value.TokenId), hash));
        Assert.False(hasher.Matches(Value, hash with { PepperVersion = 0 }));
        Assert.False(hasher.Matches(Value, new TokenHash(new byte[32], 1)));
        Assert.False(hasher.Matches(Value, new TokenHash([], 1)));
    }

    [Fact]
    public void Refuses_short_peppers_and_version_zero()
    {
        Assert.ThrowsAny<ArgumentException>(() => new TokenHasher(new Dictionary<int, byte[]> { [1] = new byte[31] }));
        Assert.ThrowsAny<ArgumentException>(() => new TokenHasher(new Dictionary<int, byte[]> { [0] = First }));
    }
}
