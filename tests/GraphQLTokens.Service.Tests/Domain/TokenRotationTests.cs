using System.Globalization;
using System.Net;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Tests.Domain;

/// <summary>Hours since the token was made stand for instants; each value is named by its generation.</summary>
public sealed class TokenRotationTests
{
    private static readonly DateTimeOffset Start = new(2031, 5, 6, 7, 0, 0, TimeSpan.Zero);
    private static readonly TokenHasher Hasher = new(new Dictionary<int, byte[]>());
    private static readonly Actor Rotator = new(ActorKind.Token, Guid.CreateVersion7());
    private readonly List<TokenValue> values = [];

    /// <summary>
    /// What happens, separated by semicolons: <c>at rotate overlap</c>, <c>at new</c> and <c>at previous</c> (the rotation cancelled with that side kept),
    /// <c>at end</c> (the token ends then). Then when, and which generations answer: the present one first.
    /// </summary>
    [Theory]
    [InlineData("", 0, "1")]
    [InlineData("1 rotate 0", 1, "2")]
    [InlineData("1 rotate 4", 1, "2 1")]
    [InlineData("1 rotate 4", 4.99, "2 1")]
    [InlineData("1 rotate 4", 5, "2")]
    [InlineData("1 rotate 4; 2 rotate 4", 2, "3 2")]
    [InlineData("1 rotate 4; 2 rotate 4", 5.99, "3 2")]
    [InlineData("1 rotate 4; 2 rotate 4", 6, "3")]
    [InlineData("1 rotate 9; 2 rotate 1", 2, "3 2")]
    [InlineData("1 rotate 9; 2 rotate 1", 3, "3")]
    [InlineData("1 rotate 4; 2 rotate 0", 2, "3")]
    [InlineData("1 rotate 4; 2 new", 2, "2")]
    [InlineData("1 rotate 4; 2 previous", 2, "1")]
    [InlineData("1 rotate 4; 2 previous", 9, "1")]
    [InlineData("1 rotate 4; 2 previous; 3 rotate 4", 3, "3 1")]
    [InlineData("1 rotate 4; 2 previous; 3 rotate 4", 7, "3")]
    [InlineData("1 rotate 0; 2 rotate 4; 3 previous; 4 rotate 0", 4, "4")]
    [InlineData("3 end; 1 rotate 4", 2.99, "2 1")]
    [InlineData("3 end; 1 rotate 4", 3, "")]
    [InlineData("1 rotate 4; 2 end", 2, "")]
    public void One_value_answers_and_in_an_overlap_one_more(string story, double at, string expected)
    {
        var token = Make();
        foreach (var step in story.Split("; ", StringSplitOptions.RemoveEmptyEntries))
            Happen(token, step.Split(' '));

        Assert.Equal(expected, Answering(token, Hour(at)));
        var former = expected.Contains(' ', StringComparison.Ordinal);
        Assert.Equal(former, token.PreviousValueExpiresAt(Hour(at)) is not null);
        // Where a former value's end is told, it answers until then and no longer.
        if (token.PreviousValueExpiresAt(Hour(at)) is { } end)
        {
            Assert.Equal(expected, Answering(token, end.AddMilliseconds(-1)));
            Assert.DoesNotContain(' ', Answering(token, end));
        }
    }

    [Fact]
    public void What_is_shown_is_of_the_present_value_also_after_a_rotation_was_taken_back()
    {
        var token = Make();
        Happen(token, ["1", "rotate", "0"]);
        var second = (token.ValueStart, token.ValueSetAt, token.RotationDueAt, token.RotatedAt, token.RotatedBy);
        Assert.Equal((values[1].Start, Hour(1), Hour(1).AddDays(90), Hour(1), Rotator), second);

        token.Rotate(Next(token), Hasher, TimeSpan.FromHours(4), false, new Actor(ActorKind.System, Guid.Empty), Hour(2));
        Assert.Equal((values[2].Start, Hour(2), Hour(2)), (token.ValueStart, token.ValueSetAt, token.RotatedAt));
        Happen(token, ["3", "previous"]);
        Assert.Equal(second, (token.ValueStart, token.ValueSetAt, token.RotationDueAt, token.RotatedAt, token.RotatedBy));
    }

    [Fact]
    public void A_token_whose_only_rotation_was_taken_back_was_never_rotated()
    {
        var token = Make();
        Happen(token, ["1", "rotate", "4"]);
        Happen(token, ["2", "previous"]);

        Assert.Equal((values[0].Start, Start, null, null), (token.ValueStart, token.ValueSetAt, token.RotatedAt, token.RotatedBy));
    }

    [Fact]
    public void Rights_change_with_a_rotation_that_ends_every_former_value_and_with_no_other()
    {
        var token = Make();
        Happen(token, ["1", "rotate", "4"]);
        Happen(token, ["2", "rotate", "4"]);
        Happen(token, ["3", "previous"]);
        Happen(token, ["4", "rotate", "4"]);
        Happen(token, ["5", "new"]);
        Assert.Equal(1, token.RightsVersion);

        Happen(token, ["6", "rotate", "0"]);
        Assert.Equal(2, token.RightsVersion);
    }

    [Fact]
    public void A_value_in_overlap_is_remembered_however_many_were_taken_back_since()
    {
        var token = Make();
        for (var hour = 0; hour < 3 * StoredValue.MaxFormer; hour++)
        {
            Happen(token, [$"{hour}", "rotate", "9"]);
            Assert.Equal($"{hour + 2} 1", Answering(token, Hour(hour)));
            Happen(token, [$"{hour}", "previous"]);
        }

        Assert.Equal("1", Answering(token, Hour(99)));
        Assert.Equal(1 + StoredValue.MaxFormer, token.Values.Count);
    }

    [Theory]
    [InlineData("rotate 4", 0, 2, false)]
    [InlineData("rotate-once 4", 0, 2, true)]
    [InlineData("rotate-once 4", 0, 1, false)]
    [InlineData("rotate-once 4", 3.99, 2, true)]
    [InlineData("rotate-once 4", 4, 2, false)]
    [InlineData("rotate-once 0", 0, 2, false)]
    public void A_use_of_the_newer_value_ends_the_older_one_where_that_was_asked_for(string rotation, double at, int used, bool ends)
    {
        var token = Make();
        Happen(token, ["0", .. rotation.Split(' ')]);
        var record = RecordOf(token);

        Assert.Equal(ends, record.EndsOlderByUseOf(record.Values.Single(value => value.Generation == used), Hour(at)));
    }

    private static DateTimeOffset Hour(double hours) => Start + TimeSpan.FromHours(hours);

    private void Happen(ApiToken token, string[] step)
    {
        var at = Hour(double.Parse(step[0], CultureInfo.InvariantCulture));
        switch (step[1])
        {
            case "rotate" or "rotate-once":
                token.Rotate(Next(token), Hasher, TimeSpan.FromHours(int.Parse(step[2], CultureInfo.InvariantCulture)), step[1] == "rotate-once", Rotator, at);
                break;
            case "new":
                token.RetirePrevious(at);
                break;
            case "previous":
                token.RestorePrevious(at);
                break;
            case "end":
                token.EndsAt = at;
                break;
        }
    }

    private ApiToken Make()
    {
        var value = TokenValue.Create("gqt", Guid.CreateVersion7());
        values.Add(value);
        var token = new ApiToken
        {
            Id = value.TokenId,
            TenantId = Guid.CreateVersion7(),
            Name = "x",
            Permissions = PermissionSet.None,
            Addresses = CidrRules.Open,
            ValueStart = value.Start,
            ValueSetAt = Start,
            CreatedAt = Start,
            CreatedBy = Rotator,
        };
        token.SetFirstValue(value, Hasher);
        return token;
    }

    private TokenValue Next(ApiToken token)
    {
        values.Add(TokenValue.Create("gqt", token.Id));
        return values[^1];
    }

    /// <summary>As the doors judge.</summary>
    private string Answering(ApiToken token, DateTimeOffset at)
    {
        var record = RecordOf(token);
        var answering = values.Where(value => record.Judge(value, IPAddress.Loopback, at, Hasher, out _) is VerificationCode.Valid).Select(value => values.IndexOf(value) + 1);
        return string.Join(' ', answering.OrderBy(generation => token.Values.Single(value => value.Generation == generation).RetiresAt is not null));
    }

    private static KeyRecord RecordOf(ApiToken token) => new()
    {
        TokenId = token.Id,
        TenantId = token.TenantId,
        OwnerUserId = null,
        Name = token.Name,
        RoleKey = null,
        Permissions = token.Permissions,
        Addresses = token.Addresses,
        Deleted = false,
        Active = true,
        OwnerEnabled = true,
        TenantEnabled = true,
        NotBefore = null,
        EndsAt = token.EndsAt,
        RateLimit = null,
        Metadata = null,
        RightsVersion = token.RightsVersion,
        Values = [.. token.Values.OrderByDescending(value => value.Generation)
            .Select(value => new KeyValue(value.Generation, new TokenHash(value.Hash, value.PepperVersion), value.RetiresAt, value.RetiresOnFirstUse))],
    };
}
