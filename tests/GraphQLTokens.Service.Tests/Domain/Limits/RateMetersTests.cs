using System.Net;
using GraphQLTokens.Service.Domain;
using GraphQLTokens.Service.Domain.Limits;
using GraphQLTokens.Service.Tests.Persistence;

namespace GraphQLTokens.Service.Tests.Domain.Limits;

public sealed class RateMetersTests
{
    private static readonly RateLimit TenAMinute = new(10, TimeSpan.FromMinutes(1));
    private static readonly MeterKey Key = MeterKey.Of(Guid.CreateVersion7());

    private readonly TestClock clock = new();
    private readonly RateMeters meters;

    public RateMetersTests() => meters = new RateMeters(1024, clock);

    [Fact]
    public void Lets_through_as_many_as_the_limit_at_once_and_then_one_for_each_part_of_the_window()
    {
        for (var left = 9; left >= 0; left--)
            Assert.Equal((true, left), Count());
        Assert.Equal((false, 0), Count());
        clock.Advance(TimeSpan.FromSeconds(5.999));
        Assert.Equal((false, 0), Count());
        clock.Advance(TimeSpan.FromSeconds(0.001));
        Assert.Equal((true, 0), Count());
        Assert.Equal((false, 0), Count());
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((true, 9), Count());
    }

    [Fact]
    public void Says_when_it_is_worth_while_to_come_again()
    {
        Assert.Equal(TimeSpan.FromSeconds(24), meters.Count(Key, TenAMinute, 4).ResetsAfter);
        Assert.Equal(TimeSpan.Zero, meters.Count(Key, TenAMinute, 6).RetryAfter);
        var refused = meters.Count(Key, TenAMinute, 3);
        Assert.Equal((false, TimeSpan.FromSeconds(18), TimeSpan.FromSeconds(60)), (refused.IsAllowed, refused.RetryAfter, refused.ResetsAfter));
        clock.Advance(refused.RetryAfter);
        Assert.True(meters.Count(Key, TenAMinute, 3).IsAllowed);
    }

    [Fact]
    public void A_refused_use_costs_nothing()
    {
        meters.Count(Key, TenAMinute, 8);
        for (var i = 0; i < 100; i++)
            Assert.False(meters.Count(Key, TenAMinute, 3).IsAllowed);
        Assert.True(meters.Count(Key, TenAMinute, 2).IsAllowed);
    }

    [Fact]
    public void A_cost_of_zero_asks_and_does_not_count()
    {
        Assert.Equal((true, 10), Read(meters.Count(Key, TenAMinute, 0)));
        meters.Count(Key, TenAMinute, 10);
        Assert.Equal((true, 0), Read(meters.Count(Key, TenAMinute, 0)));
    }

    [Fact]
    public void More_than_the_limit_at_once_never_passes()
    {
        Assert.Equal((false, 10), Read(meters.Count(Key, TenAMinute, 11)));
        Assert.Equal(TenAMinute.Window, meters.Count(Key, TenAMinute, int.MaxValue).RetryAfter);
        Assert.Throws<ArgumentOutOfRangeException>(() => meters.Count(Key, TenAMinute, -1));
    }

    [Fact]
    public void Keys_do_not_count_for_each_other()
    {
        meters.Count(Key, TenAMinute, 10);
        Assert.Equal((true, 9), Read(meters.Count(MeterKey.Of(Guid.CreateVersion7()), TenAMinute)));
    }

    [Theory]
    [InlineData(7, 1, 3)]
    [InlineData(999_999, 1, 1)]
    [InlineData(1_000_000, 31 * 86_400, 1_000_000)]
    [InlineData(1, 1, 1)]
    public void Never_more_than_the_limit_passes_at_once_whatever_the_figures(int limit, int seconds, int cost)
    {
        var rate = new RateLimit(limit, TimeSpan.FromSeconds(seconds));
        var passed = 0L;
        for (var i = 0; i <= limit / cost && meters.Count(Key, rate, cost).IsAllowed; i++)
            passed += cost;
        Assert.Equal(limit / cost * cost, passed);
    }

    [Fact]
    public void A_narrowed_limit_is_in_force_at_once_and_waits_no_longer_than_its_window()
    {
        meters.Count(Key, new RateLimit(10, TimeSpan.FromHours(1)), 10);
        Assert.Equal((false, TimeSpan.FromSeconds(6)), (meters.Count(Key, TenAMinute).IsAllowed, meters.Count(Key, TenAMinute).RetryAfter));
        clock.Advance(TenAMinute.Window);
        meters.Count(Key, TenAMinute, 10);
        Assert.False(meters.Count(Key, TenAMinute).IsAllowed);
    }

    [Fact]
    public void Exactly_as_many_as_the_limit_pass_when_they_come_at_once()
    {
        var limit = new RateLimit(1000, TimeSpan.FromMinutes(1));
        var passed = 0;
        Parallel.For(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            if (meters.Count(Key, limit).IsAllowed)
                Interlocked.Increment(ref passed);
        });
        Assert.Equal(1000, passed);
    }

    [Fact]
    public void A_million_addresses_take_no_more_memory_than_there_is_room_for()
    {
        var bounded = new RateMeters(65_536, clock);
        Assert.Equal(65_536, bounded.Capacity);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var address = 0UL; address < 1_000_000; address++)
            bounded.Count(new MeterKey(address, 4), TenAMinute);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 65_536 * 24, 65_536 * 40);
        before = GC.GetAllocatedBytesForCurrentThread();
        for (var address = 1_000_000UL; address < 2_000_000; address++)
            bounded.Count(new MeterKey(address, 4), TenAMinute);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000);
    }

    [Fact]
    public void When_room_is_short_those_go_that_used_the_least()
    {
        var tiny = new RateMeters(1, clock);
        tiny.Count(Key, TenAMinute, 10);
        for (var i = 0; i < 1000; i++)
            tiny.Count(MeterKey.Of(Guid.CreateVersion7()), TenAMinute);
        Assert.False(tiny.Count(Key, TenAMinute).IsAllowed);
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("0.0.0.1", "::1", false)]
    public void Addresses_count_alone_and_those_of_IPv6_by_the_64(string one, string other, bool together) =>
        Assert.Equal(together, MeterKey.Of(IPAddress.Parse(one)) == MeterKey.Of(IPAddress.Parse(other)));

    private (bool, int) Count() => Read(meters.Count(Key, TenAMinute));

    private static (bool, int) Read(MeterReading reading) => (reading.IsAllowed, reading.Remaining);
}
