namespace IncidentDesk.Documents.Tests;

public sealed class PrintedTimeTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-06-12T03:10:00Z", "12 Jun 2026, 05:10 CEST · 03:10 UTC")]
    [InlineData("Europe/Berlin", "2026-06-11T22:40:00Z", "12 Jun 2026, 00:40 CEST · 11 Jun 2026, 22:40 UTC")]
    [InlineData("Europe/Berlin", "2026-10-25T00:30:00Z", "25 Oct 2026, 02:30 CEST · 00:30 UTC")]
    [InlineData("Europe/Berlin", "2026-10-25T01:30:00Z", "25 Oct 2026, 02:30 CET · 01:30 UTC")]
    [InlineData("America/Los_Angeles", "2026-06-12T03:10:00Z", "11 Jun 2026, 20:10 PDT · 12 Jun 2026, 03:10 UTC")]
    [InlineData("Europe/Istanbul", "2026-06-12T03:10:00Z", "12 Jun 2026, 06:10 UTC+03 · 03:10 UTC")]
    [InlineData("Asia/Kathmandu", "2026-06-12T05:10:00+02:00", "12 Jun 2026, 08:55 UTC+0545 · 03:10 UTC")]
    [InlineData("Etc/UTC", "2026-06-12T03:10:00Z", "12 Jun 2026, 03:10 UTC")]
    [InlineData("Nowhere/Atall", "2026-06-12T03:10:00Z", "12 Jun 2026, 03:10 UTC")]
    public void A_time_is_local_first_and_utc_beside_it(string zone, string at, string expected) =>
        Assert.Equal(expected, new PrintedTime(zone).ToMinute(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));
}
