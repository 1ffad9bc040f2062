using System.Security.Cryptography;
using GraphQLTokens.Service.Persistence.Secrets;

namespace GraphQLTokens.Service.Tests.Persistence.Secrets;

public sealed class SecretSealerTests
{
    private static readonly byte[] Secret = [1, 2, 3, 4, 5];

    [Fact]
    public void Opens_what_it_sealed() => Assert.Equal(Secret, Sealer(1).Open(Sealer(1).Seal(Secret, "rows/1"), "rows/1"));

    [Fact]
    public void Seals_the_same_never_alike() => Assert.NotEqual(Sealer(1).Seal(Secret, "rows/1"), Sealer(1).Seal(Secret, "rows/1"));

    [Fact]
    public void Opens_it_in_no_other_place() => Assert.ThrowsAny<CryptographicException>(() => Sealer(1).Open(Sealer(1).Seal(Secret, "rows/1"), "rows/2"));

    [Fact]
    public void Opens_nothing_that_was_changed()
    {
        var sealedBytes = Sealer(1).Seal(Secret, "rows/1");
        for (var i = 0; i < sealedBytes.Length; i++)
        {
            byte[] changed = [.. sealedBytes];
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => Sealer(1).Open(changed, "rows/1"));
        }
        Assert.ThrowsAny<CryptographicException>(() => Sealer(1).Open(sealedBytes.AsSpan(..^1), "rows/1"));
        Assert.ThrowsAny<CryptographicException>(() => Sealer(1).Open([], "rows/1"));
    }

    [Fact]
    public void The_newest_version_seals_and_each_opens()
    {
        var old = Sealer(1).Seal(Secret, "rows/1");
        var both = Sealer(1, 3);

        Assert.Equal(Secret, both.Open(old, "rows/1"));
        Assert.Equal(3, SecretSealer.VersionOf(both.Seal(Secret, "rows/1")));
        Assert.ThrowsAny<CryptographicException>(() => Sealer(1).Open(both.Seal(Secret, "rows/1"), "rows/1"));
    }

    /// <summary>The version is authenticated: a key that stands under two versions opens only what says so.</summary>
    [Fact]
    public void Opens_it_under_no_other_version()
    {
        var sealer = new SecretSealer();
        sealer.Use(new Dictionary<int, byte[]> { [1] = Key(9), [2] = Key(9) });
        var sealedBytes = sealer.Seal(Secret, "rows/1");
        sealedBytes[3] = 1;

        Assert.ThrowsAny<CryptographicException>(() => sealer.Open(sealedBytes, "rows/1"));
    }

    [Fact]
    public void Has_no_keys_before_the_start_and_takes_them_once()
    {
        var sealer = new SecretSealer();
        Assert.Throws<InvalidOperationException>(() => sealer.Knows(1));
        sealer.Use(new Dictionary<int, byte[]> { [1] = Key(1) });
        Assert.Throws<InvalidOperationException>(() => sealer.Use(new Dictionary<int, byte[]> { [1] = Key(1) }));
    }

    private static SecretSealer Sealer(params int[] versions)
    {
        var sealer = new SecretSealer();
        sealer.Use(versions.ToDictionary(version => version, version => Key((byte)version)));
        return sealer;
    }

    private static byte[] Key(byte fill) => [.. Enumerable.Repeat(fill, SecretSealer.KeyLength)];
}
