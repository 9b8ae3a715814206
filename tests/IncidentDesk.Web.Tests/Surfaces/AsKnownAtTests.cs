using System.Globalization;
using IncidentDesk.Web.Tests.Kit;
using Microsoft.Extensions.Time.Testing;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>Looking back, at every address that lets one look back.</summary>
public sealed class AsKnownAtTests : HostTest
{
    const string Then = "2026-06-12T03:10:00Z";
    readonly FakeTimeProvider _clock = new(DateTimeOffset.Parse(Then, CultureInfo.InvariantCulture));

    protected override void Arrange(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(_clock);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Post(Api, "/api/incidents", new { title = "Tables open", severity = "SEV3" });
        await Post(Api, "/api/incidents/1/tasks", new { title = "Ask who read it", dueAt = "2026-06-12T03:30:00Z" });
        await Post(Api, "/api/pauses", new
        {
            key = "hidden-1", incident = 1, target = "t", scope = "s",
            mode = "drain", reason = "r", reviewBy = "2026-07-01T00:00:00Z"
        });
        await Post(Api, "/api/incidents/1/statements", new { audience = "press", text = "We look." });
        _clock.Advance(TimeSpan.FromHours(1));
        await Post(Api, "/api/incidents/1/severity", new { severity = "SEV0", reason = "Learned later" });
        await Post(Api, "/api/incidents/1/description", new { title = "Learned later" });
    }

    [Fact]
    public async Task The_page_shows_what_was_known_then_and_nothing_of_what_came_after()
    {
        var now = await Api.Page("/incidents/1");
        var then = await Api.Page($"/incidents/1?asKnownAt={Then}");

        Assert.Equal("Learned later", now.QuerySelector("h1")!.TextContent);
        Assert.Contains("overdue", now.GetElementById("tasks")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Tables open", then.QuerySelector("h1")!.TextContent);
        Assert.Contains("SEV3", then.GetElementById("incident-head")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Learned later", then.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("overdue", then.GetElementById("tasks")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("as known at", then.QuerySelector(".note.warning")!.TextContent, StringComparison.Ordinal);
        Assert.Null(then.GetElementById("update"));
    }

    [Fact]
    public async Task The_board_reads_as_it_read_then_and_neither_it_nor_an_asset_takes_a_time_that_is_none()
    {
        var (now, then) = (await Api.Page("/"), await Api.Page($"/?asKnownAt={Then}"));

        Assert.Contains("Learned later", now.GetElementById("board")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Tables open", then.QuerySelector("#board a.title")!.TextContent);
        Assert.Equal($"/incidents/1?asKnownAt={Uri.EscapeDataString(Then)}", then.QuerySelector("#board a.title")!.GetAttribute("href"));
        Assert.DoesNotContain("Learned later", then.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("as known at", then.QuerySelector(".note.warning")!.TextContent, StringComparison.Ordinal);
        foreach (var place in new[] { "/", "/api/incidents", "/assets/nothing", "/api/assets/nothing" })
            foreach (var (wrong, says) in new[] { ("yesterday", "offset"), ("2099-01-01T00:00:00Z", "in the future") })
            {
                using var answer = await Api.GetAsync(new Uri($"{place}?asKnownAt={wrong}", UriKind.Relative));

                Assert.True(400 == (int)answer.StatusCode, $"{place} with {wrong}: {answer.StatusCode}");
                Assert.Contains(says, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
    }

    [Fact]
    public async Task A_field_left_empty_asks_for_now() =>
        Assert.NotNull((await Api.Page("/incidents/1?q=&order=recorded&asKnownAt=")).GetElementById("update"));

    [Theory, InlineData("2026-06-12T03:10:00", "offset"), InlineData("yesterday", "offset"),
        InlineData("2099-01-01T00:00:00Z", "in the future")]
    public async Task A_time_without_its_zone_or_still_to_come_is_refused_and_the_present_is_not_shown_instead(
        string asKnownAt, string says)
    {
        var places = Places.OfOneIncident.Values.SelectMany(p => p).Where(p => p.Contains(Then, StringComparison.Ordinal)).ToList();
        Assert.True(places.Count > 10);
        foreach (var place in places)
        {
            var path = place.Replace("{n}", "1", StringComparison.Ordinal).Replace("{p}", "hidden-1", StringComparison.Ordinal);
            using var right = await Api.GetAsync(new Uri(path, UriKind.Relative));
            Assert.True(right.IsSuccessStatusCode, path);

            using var wrong = await Api.GetAsync(new Uri(path.Replace(Then, asKnownAt, StringComparison.Ordinal), UriKind.Relative));

            Assert.True(400 == (int)wrong.StatusCode, $"{path} with {asKnownAt}: {wrong.StatusCode}");
            var text = await wrong.Content.ReadAsStringAsync();
            Assert.Contains(says, text, StringComparison.Ordinal);
            Assert.DoesNotContain("We look.", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Ask who read it", text, StringComparison.Ordinal);
        }
    }
}
