using System.Text.RegularExpressions;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Tests.Domain;

public sealed class TokenValueTests
{
    private static readonly Guid Id = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");

    private static readonly Regex Pattern = new($@"\A(?:{TokenValue.Pattern})\z", RegexOptions.CultureInvariant);

    [Theory]
    [InlineData("g")]
    [InlineData("gqt")]
    [InlineData("a234567890123456")]
    public void Reads_back_what_it_made(string prefix)
    {
        var made = TokenValue.Create(prefix, Id);

        Assert.True(TokenValue.TryParse(made.Reveal(), out var read));
        Assert.Equal(Id, read.TokenId);
        Assert.Equal(made.Reveal(), read.Reveal());
        Assert.InRange(made.Reveal().Length, 74, TokenValue.MaxLength);
        Assert.Matches(Pattern, made.Reveal());
        Assert.StartsWith(prefix + "_", made.Reveal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_values_of_one_token_share_the_id_part_and_nothing_of_the_secret()
    {
        var (one, other) = (TokenValue.Create("gqt", Id).Reveal(), TokenValue.Create("gqt", Id).Reveal());

        Assert.Equal(one[..27], other[..27]);
        Assert.NotEqual(one[27..], other[27..]);
    }

    [Fact]
    public void Start_tells_values_apart_and_shows_four_digits_of_the_secret_at_most()
    {
        var value = TokenValue.Create("gqt", Id);

        Assert.Equal(value.Reveal()[..(4 + 22 + 1 + 4)], value.Start);
        Assert.NotEqual(value.Start, TokenValue.Create("gqt", Id).Start);
    }

    [Fact]
    public void Does_not_reveal_itself_as_text()
    {
        var value = TokenValue.Create("gqt", Id);

        Assert.Equal("[token value]", value.ToString());
        Assert.Equal("[token value]", $"{value}");
        Assert.Equal("[token value]", default(TokenValue).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1abc")]
    [InlineData("Gqt")]
    [InlineData("g_t")]
    [InlineData("a2345678901234567")]
    public void Refuses_to_make_values_with_a_wrong_prefix(string prefix) =>
        Assert.Throws<ArgumentException>(() => TokenValue.Create(prefix, Id));

    [Fact]
    public void Refuses_every_value_with_one_character_changed()
    {
        var good = TokenValue.Create("gqt", Id).Reveal();
        for (var i = 0; i < good.Length; i++)
        {
            foreach (var other in "0Zz_-é \0")
            {
                if (good[i] != other)
                    Assert.False(TokenValue.TryParse(good[..i] + other + good[(i + 1)..], out _), $"{other} at {i}");
            }
        }
    }

    [Fact]
    public void Refuses_every_cut_and_every_lengthened_value()
    {
        var good = TokenValue.Create("gqt", Id).Reveal();
        for (var length = 0; length < good.Length; length++)
            Assert.False(TokenValue.TryParse(good[..length], out _));
        Assert.False(TokenValue.TryParse(good + "0", out _));
        Assert.False(TokenValue.TryParse(good + "\n", out _));
        Assert.False(TokenValue.TryParse(" " + good, out _));
        Assert.False(TokenValue.TryParse(null, out _));
        Assert.False(TokenValue.TryParse(new string('a', 1_000_000), out _));
    }

    [Fact]
    public void Refuses_an_id_or_secret_that_no_number_of_its_width_has_though_the_checksum_fits()
    {
        Assert.False(TokenValue.TryParse(WithChecksum("gqt_" + new string('z', 22) + "_" + new string('0', 43)), out _));
        Assert.False(TokenValue.TryParse(WithChecksum("gqt_" + new string('0', 22) + "_" + new string('z', 43)), out _));
        Assert.True(TokenValue.TryParse(WithChecksum("gqt_" + new string('0', 22) + "_" + new string('0', 43)), out _));
    }

    [Fact]
    public void Pattern_and_parser_agree_on_mutated_values_whose_checksum_is_put_right()
    {
        var random = new Random(7);
        const string alphabet = "gqt_09AZaz-. é";
        for (var round = 0; round < 20_000; round++)
        {
            var characters = TokenValue.Create("gqt", Id).Reveal()[..^6].ToCharArray().ToList();
            switch (random.Next(3))
            {
                case 0: characters[random.Next(characters.Count)] = alphabet[random.Next(alphabet.Length)]; break;
                case 1: characters.RemoveAt(random.Next(characters.Count)); break;
                default: characters.Insert(random.Next(characters.Count), alphabet[random.Next(alphabet.Length)]); break;
            }
            var text = WithChecksum(new string([.. characters]));
            if (Pattern.IsMatch(text) && Fits(text))
                Assert.True(TokenValue.TryParse(text, out _), text);
            else
                Assert.False(TokenValue.TryParse(text, out _), text);
        }
    }

    /// <summary>The pattern cannot say which numbers are too large for their width.</summary>
    private static bool Fits(string text) =>
        Base62.TryDecode(text.Split('_')[1], new byte[16]) && Base62.TryDecode(text.Split('_')[2].AsSpan(0, 43), new byte[32]);

    private static string WithChecksum(string covered)
    {
        Span<byte> crc = stackalloc byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(crc, Crc32.OfAscii(covered));
        Span<char> text = stackalloc char[6];
        Base62.Encode(crc, text);
        return covered + text.ToString();
    }
}
