using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Record;

namespace IncidentDesk.Tests.Incidents.Timeline;

public sealed class TimelineQueriesTests : DeskTest
{
    [Theory, InlineData(TimelineOrder.Recorded, false), InlineData(TimelineOrder.Recorded, true),
        InlineData(TimelineOrder.Happened, false), InlineData(TimelineOrder.Happened, true)]
    public async Task Turning_pages_shows_every_entry_once_in_the_order_asked_for(TimelineOrder order, bool newestFirst)
    {
        await Busy();

        var paged = new List<TimelineRow>();
        var filter = new TimelineFilter { Limit = 3, Order = order, NewestFirst = newestFirst };
        do
        {
            var page = await Page(filter);
            Assert.InRange(page.Items.Count, 1, 3);
            paged.AddRange(page.Items);
            filter = filter with { After = page.Next };
        } while (filter.After is not null);

        var whole = (await Page(filter with { After = null, Limit = 500 })).Items;
        Assert.Equal(whole.Select(r => r.Position), paged.Select(r => r.Position));
        Assert.Equal(Enumerable.Range(1, 12), paged.Select(r => r.Position).Order());
        var keys = paged.ConvertAll(r => (order == TimelineOrder.Happened ? r.HappenedAt.UtcTicks : 0, r.Position));
        Assert.Equal(newestFirst ? keys.OrderDescending() : keys.Order(), keys);
    }

    [Fact]
    public async Task A_kind_that_does_not_exist_is_refused_and_the_known_ones_are_named()
    {
        await Busy();

        var refused = (await Read(
            (db, caller) => TimelineQueries.Page(db, caller, 1, new() { Kinds = ["update-posted", "no-such-kind"] }, RightNow))).Refusal;

        var why = Assert.IsType<Refusal.Invalid>(refused).Fields["kind"][0];
        Assert.StartsWith("There is no kind of entry “no-such-kind”. Choose one of: ", why, StringComparison.Ordinal);
        Assert.Contains(" update-posted, ", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kinds_and_words_narrow_it_down()
    {
        await Busy();

        Assert.Equal([1], (await Page(new() { Kinds = ["incident-declared"] })).Items.Select(r => r.Position));
        Assert.Equal([1, 12], (await Page(new() { Kinds = ["incident-declared.1", "severity-changed"] })).Items.Select(r => r.Position));
        Assert.Equal([4, 9], (await Page(new() { Text = "NOTE 2" })).Items.Select(r => r.Position));
        Assert.DoesNotContain((await Page(new() { Text = "note 3" })).Items, r => r.Position == 5);
        var first = await Page(new() { Text = "note", Limit = 2 });
        Assert.Equal([4, 6], (await Page(new() { Text = "note", Limit = 2, After = first.Next })).Items.Select(r => r.Position));
    }

    [Fact]
    public async Task As_known_at_shows_what_stood_there_then()
    {
        await Done(new DeclareIncident { Title = "Door open" });
        Clock.Advance(TimeSpan.FromHours(1));
        await Done(new PostUpdate { Incident = 1, Text = "Nobody came in" });
        Clock.Advance(TimeSpan.FromHours(1));
        await Done(new CorrectEntry { Incident = 1, Position = 2, Text = "Two came in", HappenedAt = Now, Reason = "Cameras." });
        await Done(new ChangeSeverity { Incident = 1, Severity = Severity.Sev1, Reason = "Two came in." });

        foreach (var order in Enum.GetValues<TimelineOrder>())
        {
            var then = (await Page(new() { Order = order }, then: Now.AddMinutes(90))).Items;
            Assert.Equal((2, "Nobody came in", null, null), (then.Count, then[1].Text, then[1].CorrectedBy, then[1].Before));
        }
        Assert.Equal("Two came in", (await Page(new())).Items[1].Text);
        var incident = (await Read((db, _) => IncidentQueries.At(db, 1, At(Now.AddMinutes(90))))).Value!;
        Assert.Equal((Severity.Sev2, 2), (incident.Severity, incident.Position));
        Assert.Equal((Severity.Sev1, 4), await Read(async (db, _) =>
            (await IncidentQueries.At(db, 1, At(Now.AddDays(1)))).Value is { } now ? (now.Severity, now.Position) : default));
        Assert.Equal("incident INC-1 as known at 12 Jun 2026, 02:10 UTC",
            Missing(await Read((db, _) => IncidentQueries.At(db, 1, At(Now.AddHours(-1))))));
        Assert.Equal("incident INC-1 as known at 12 Jun 2026, 02:10 UTC",
            Missing(await Read((db, c) => TimelineQueries.Page(db, c, 1, new(), At(Now.AddHours(-1))))));
    }

    [Fact]
    public async Task The_payload_comes_on_request_as_it_was_recorded()
    {
        await Done(new DeclareIncident { Title = "Door open" });

        Assert.Null((await Page(new())).Items[0].Payload);
        Assert.Equal("Door open", (await Page(new() { Payload = true })).Items[0].Payload!.Value.GetProperty("title").GetString());
    }

    [Theory, InlineData("later", 50, TimelineOrder.Recorded),
     InlineData("5", 50, TimelineOrder.Happened), InlineData("-1", 50, TimelineOrder.Recorded),
     InlineData("9223372036854775807-1", 50, TimelineOrder.Happened),
     InlineData(null, 0, TimelineOrder.Recorded), InlineData(null, 501, TimelineOrder.Recorded)]
    public async Task A_page_that_cannot_be_is_refused_by_its_field(string? after, int limit, TimelineOrder order)
    {
        await Done(new DeclareIncident { Title = "Door open" });

        var outcome = await Read(
            (db, caller) => TimelineQueries.Page(db, caller, 1, new() { After = after, Limit = limit, Order = order }, RightNow));

        Assert.Equal([after is null ? "limit" : "after"], Assert.IsType<Refusal.Invalid>(outcome.Refusal).Fields.Keys);
    }

    [Fact]
    public async Task A_private_timeline_does_not_exist_for_a_stranger_at_any_time()
    {
        await Done(new DeclareIncident { Title = "Diary", Visibility = Visibility.Private });

        Assert.Equal("incident INC-1",
            Missing(await Read((db, caller) => TimelineQueries.Page(db, caller, 1, new(), At(Now.AddDays(-1))), Stranger)));
        Assert.Equal("incident INC-1", Missing(await Read((db, _) => IncidentQueries.At(db, 1, At(Now.AddDays(-1))), Stranger)));
    }

    [Fact]
    public async Task Privileged_entries_are_for_their_author_and_for_those_who_decide()
    {
        await Done(new DeclareIncident { Title = "Door open" });
        await Done(new PostUpdate { Incident = 1, Text = "Counsel says settle", Privileged = true }, Comms);

        Assert.Equal([1, 2], await Positions(Comms));
        Assert.Equal([1, 2], await Positions(Privacy));
        Assert.Equal([1, 2], await Positions(Stranger)); // holds the privacy role, and the incident is open
        Assert.Equal([1], await Positions(Responder));
        Assert.Equal([1], await Positions(Leader));
        Assert.Equal([1], await Positions(Admin with { Limit = IncidentDesk.Roles.Administrator }));
    }

    async Task<IEnumerable<int>> Positions(Actor by) => (await Page(new(), by)).Items.Select(r => r.Position);

    /// <summary>Twelve entries out of order: ten notes from the past, one moved twice.</summary>
    async Task Busy()
    {
        await Done(new DeclareIncident { Title = "Busy night" });
        for (var n = 0; n < 8; n++)
            await Done(new PostUpdate { Incident = 1, Text = $"Note {n % 5}", HappenedAt = Now.AddMinutes(-(n * 7 % 5)) });
        await Done(new CorrectEntry { Incident = 1, Position = 5, HappenedAt = Now.AddHours(-5), Reason = "Far too late." });
        await Done(new CorrectEntry
        {
            Incident = 1, Position = 5, Text = "Quiet", HappenedAt = Now.AddMinutes(-3), Reason = "Too early now."
        });
        await Done(new ChangeSeverity { Incident = 1, Severity = Severity.Sev1, Reason = "It spreads." });
    }

    async Task<TimelinePage> Page(TimelineFilter filter, Actor? by = null, DateTimeOffset? then = null)
    {
        var page = await Read((db, caller) => TimelineQueries.Page(db, caller, 1, filter, At(then)), by);
        Assert.True(page.Done, page.Refusal?.Why);
        return page.Value;
    }

    static string Missing<T>(Outcome<T> outcome) => Assert.IsType<Refusal.NotFound>(outcome.Refusal).What;
}
