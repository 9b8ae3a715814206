namespace IncidentDesk.Tests.Door;

public sealed class MomentTests
{
    static readonly DateTimeOffset Now = new(2026, 6, 12, 3, 10, 0, TimeSpan.Zero);

    static string Why(string? asKnownAt, string? zone = null) =>
        Assert.Single(Assert.IsType<Refusal.Invalid>(Moment.Read(asKnownAt, zone, Now).Refusal).Fields[Moment.Field]);

    [Theory, InlineData(null), InlineData(""), InlineData("  ")]
    public void Nothing_asks_for_now(string? asKnownAt) => Assert.Equal(Moment.Now(Now), Moment.Read(asKnownAt, null, Now).Value);

    [Theory, InlineData("2026-06-12T02:10:00Z", null),
     InlineData("2026-06-12T04:10:00+02:00", null), InlineData("2026-06-12T04:10:00 02:00", null),
     InlineData("2026-06-12 02:10:00Z", null), InlineData("2026-06-12T04:10", "Europe/Berlin"),
     InlineData("2026-06-12T02:10:00Z", "Europe/Berlin")]
    public void An_instant_with_its_offset_or_a_local_time_with_its_zone_looks_back(string asKnownAt, string? zone)
    {
        var moment = Moment.Read(asKnownAt, zone, Now).Value;

        Assert.Equal((Now.AddHours(-1), TimeSpan.Zero, false), (moment.At, moment.At.Offset, moment.IsNow));
        Assert.Equal(" as known at 12 Jun 2026, 02:10 UTC", moment.Said);
    }

    [Fact]
    public void What_cannot_be_read_says_how_to_write_it()
    {
        Assert.Equal(Instants.Wanted, Why("2026-06-12T03:10:00"));
        Assert.Equal(Instants.Wanted, Why("yesterday"));
        Assert.Contains("Write date and time", Why("yesterday", "Europe/Berlin"), StringComparison.Ordinal);
        Assert.Contains("is not a time zone", Why("2026-06-12T03:10", "Europe/Nowhere"), StringComparison.Ordinal);
        Assert.Contains("occurs twice", Why("2025-10-26T02:30", "Europe/Berlin"), StringComparison.Ordinal);
        Assert.Contains("does not exist", Why("2026-03-29T02:30", "Europe/Berlin"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_still_to_come_is_refused_by_more_than_clocks_differ()
    {
        Assert.Contains("in the future", Why("2026-06-12T03:11:01Z"), StringComparison.Ordinal);
        Assert.Contains("in the future", Why("2026-06-12T05:12", "Europe/Berlin"), StringComparison.Ordinal);
        Assert.Equal((Now, false), Moment.Read("2026-06-12T03:11:00Z", null, Now).Value is var slow ? (slow.At, slow.IsNow) : default);
    }

    [Fact]
    public void A_moment_that_nobody_set_is_before_everything()
    {
        Assert.False(default(Moment).IsNow);
        Assert.Equal(DateTimeOffset.MinValue, default(Moment).At);
        Assert.Equal("", Moment.Now(Now).Said);
    }
}
