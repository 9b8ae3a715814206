namespace IncidentDesk.Tests.Door;

public sealed class InstantsTests
{
    [Theory]
    [InlineData("2026-02-29T10:00:00Z", "no day 2026-02-29")]
    [InlineData("2026-13-01T10:00:00Z", "no month 2026-13")]
    [InlineData("2026-06-12T24:00:00Z", "A day ends at 23:59:59")]
    [InlineData("2026-06-12T10:60:00Z", "minutes 00 to 59")]
    [InlineData("2026-06-30T23:59:60Z", "Leap seconds")]
    [InlineData("2026-06-12T10:00:00+25:00", "The offset is wrong")]
    [InlineData("2026-06-12T10:00:00", "with its offset")]
    [InlineData("last week", "with its offset")]
    public void What_is_wrong_with_a_time_is_what_is_said(string text, string says)
    {
        Assert.False(Instants.TryRead(text, out _));
        Assert.Contains(says, Instants.Problem(text), StringComparison.Ordinal);
    }

    [Theory, InlineData("0001-01-01T00:00:00Z"), InlineData("1970-01-01T00:00:00Z"), InlineData("2200-01-01T00:00:00Z")]
    public void Nobody_looks_back_to_a_time_that_programs_send_for_none(string text) =>
        Assert.IsType<Refusal.Invalid>(Moment.Read(text, null, new(2026, 6, 12, 3, 10, 0, TimeSpan.Zero)).Refusal);
}
