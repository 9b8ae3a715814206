using IncidentDesk.Incidents;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Listing;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Rechecking;
using IncidentDesk.Pauses.Scoping;
using IncidentDesk.Pauses.Sighting;

namespace IncidentDesk.Tests.Pauses;

public sealed class PauseListTests : PauseTest
{
    [Fact]
    public async Task What_is_in_force_is_narrowed_to_what_matters_and_counted()
    {
        await Four();

        var all = await InForce(new());
        Assert.Equal((3, 1, 1, 2, 1), (all.Count, all.Overdue, all.SeenRunning, all.NotVerified, all.Mine));
        Assert.Equal(["late"], await Keys(new() { Only = PauseConcern.Overdue }));
        Assert.Equal(["seen"], await Keys(new() { Only = PauseConcern.SeenRunning }));
        Assert.Equal(["late", "seen"], await Keys(new() { Only = PauseConcern.NotVerified }));
        Assert.Equal(["seen"], await Keys(new() { Modes = [PauseMode.Drain] }));
        Assert.Equal(["quiet"], await Keys(new() { Reviewer = "LOU" }));
        Assert.Equal(["seen"], await Keys(new() { Reviewer = PauseFilter.Me }));
        Assert.Equal(["quiet"], await Keys(new() { States = [PauseState.Verified] }));
    }

    [Fact]
    public async Task It_comes_in_any_order_page_by_page_without_gap_or_repetition()
    {
        await Four();

        Assert.Equal(["late", "quiet", "seen"], await Keys(new() { Order = PauseOrder.Review }));
        Assert.Equal(["seen", "quiet", "late"], await Keys(new() { Order = PauseOrder.Age }));
        Assert.Equal(["seen", "late", "quiet"], await Keys(new() { Order = PauseOrder.Sightings }));
        Assert.Equal(["late", "quiet", "seen"], await Keys(new() { Order = PauseOrder.Reviewer }));
        foreach (var order in Enum.GetValues<PauseOrder>())
        {
            var whole = await Keys(new() { Order = order });
            var (seen, after) = (new List<string>(), (string?)null);
            do
            {
                var page = (await InForce(new() { Order = order, Limit = 1, After = after })).Page;
                seen.AddRange(page.Items.Select(p => p.Key));
                after = page.Next;
            }
            while (after is not null);
            Assert.Equal(whole, seen);
        }
    }

    [Fact]
    public async Task The_list_is_read_as_it_was_known_with_a_pause_that_has_no_incident()
    {
        var (number, began) = ((await Incident()).Number, Clock.GetUtcNow());
        await Ordered("alone");
        Clock.Advance(TimeSpan.FromHours(1));
        await Ordered(incident: number);
        Clock.Advance(TimeSpan.FromDays(3));
        await Done(new ReportSighting { Key = "alone" });

        Assert.Equal(["alone False"], await Then(began));
        Assert.Equal(["alone False", "mci-program False"], await Then(began.AddHours(1)));
        Assert.Equal(["alone True", "mci-program False"], await Then(Clock.GetUtcNow()));
        Assert.Equal(0, (await InForce(new(), then: began.AddHours(1))).Overdue);
        Assert.Empty(await Then(began.AddSeconds(-1)));
    }

    [Fact]
    public async Task One_pause_is_read_as_it_was_known_whatever_changed_since()
    {
        await Ordered();
        Clock.Advance(TimeSpan.FromHours(1));
        await Done(new ChangePauseMode { Key = Key, Mode = PauseMode.Drain, Reason = "Let it finish" });
        await Done(new HandOverRecheck { Key = Key, Person = Leader.Person, Reason = "On call" });

        var then = (await Read((db, _) => PauseQueries.At(db, Key, At(Now))))!;
        Assert.Equal((PauseMode.Kill, "Remy Responder", 2), (then.Mode, then.Reviewer!.Name, then.History.Length));
        Assert.Equal("Lou Leader", (await Read((db, _) => PauseQueries.At(db, Key, At(Now.AddHours(1)))))!.Reviewer!.Name);
        Assert.Null(await Read((db, _) => PauseQueries.At(db, Key, At(Now.AddSeconds(-1)))));
    }

    [Fact]
    public async Task What_is_hidden_is_in_no_list_and_no_count_now_or_then()
    {
        var number = (await Incident(Visibility.Private)).Number;
        await Ordered(incident: number);
        await Ordered("open");

        Assert.Equal(2, (await InForce(new())).Count);
        Assert.Equal(["open"], await Keys(new(), Stranger));
        Assert.Equal(["open"], await Keys(new(), Stranger, Now));
        Assert.Equal(1, (await InForce(new(), Stranger)).Count);
        Assert.Null(await Read((db, _) => PauseQueries.At(db, Key, At(Now)), Stranger));
    }

    /// <summary>One is overdue, one was seen running, one is verified and reviewed by the leader, one is only proposed.</summary>
    async Task Four()
    {
        await Done(Proposal("seen"));
        await Done(new ChangePauseMode { Key = "seen", Mode = PauseMode.Drain, Reason = "Let it finish" });
        await Done(new OrderPause { Key = "seen" });
        Clock.Advance(TimeSpan.FromHours(1));
        await Ordered("quiet");
        await Done(new VerifyPause { Key = "quiet", Text = "Nothing runs", LookedAt = "Scheduler" });
        await Done(new HandOverRecheck { Key = "quiet", Person = Leader.Person, Reason = "On call" });
        Clock.Advance(TimeSpan.FromHours(1));
        var late = Proposal("late");
        late.ReviewBy = Now.AddHours(3);
        await Done(late);
        await Done(new OrderPause { Key = "late", Decider = "Head of data" });
        await Done(Proposal("proposed"));
        Clock.Advance(TimeSpan.FromHours(2));
        foreach (var source in new[] { "etl-1", "etl-2" }) await Done(new ReportSighting { Key = "seen", Source = source });
    }

    Task<PausesInForce> InForce(PauseFilter filter, Actor? by = null, DateTimeOffset? then = null) =>
        Read((db, _) => PauseListQueries.InForce(db, filter, At(then)), by);

    async Task<IEnumerable<string>> Keys(PauseFilter filter, Actor? by = null, DateTimeOffset? then = null) =>
        (await InForce(filter, by, then)).Page.Items.Select(p => p.Key);

    async Task<IEnumerable<string>> Then(DateTimeOffset at) =>
        (await InForce(new(), then: at)).Page.Items.Select(p => $"{p.Key} {p.SeenRunning}");
}
