using IncidentDesk.Reviews.Requiring;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Assigning;
using IncidentDesk.Incidents.Tasks;
using IncidentDesk.Overview.Status;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Sighting;
using IncidentDesk.Tests.Incidents;

namespace IncidentDesk.Tests.Overview.Status;

public sealed class StatusViewTests : IncidentTest
{
    Task<StatusView> View(Actor? by = null) => Read((db, _) => StatusViewQueries.At(db, Service<ReviewShelf>(), RightNow), by ?? Leader);

    async Task Pause(string key, int? incident, int days)
    {
        await Done(new ProposePause
        {
            Key = key, Target = "The program", Scope = "everything",
            Reason = "Stop the harm", Incident = incident, ReviewBy = Now.AddDays(days)
        });
        await Done(new OrderPause { Key = key });
    }

    [Fact]
    public async Task What_is_open_stands_by_severity_with_commander_and_age()
    {
        await DeclareClosed();
        var worst = (await Done(new DeclareIncident { Title = "Secrets are out", Severity = Severity.Sev0 })).Number;
        var number = await Declare();
        await Done(new AssignRole { Incident = number, Role = IncidentRole.Commander, Person = Second.Person });
        Clock.Advance(TimeSpan.FromHours(30));

        var view = await View();

        Assert.Equal([(Severity.Sev0, worst), (Severity.Sev2, number)],
            view.Open.Select(level => (level.Severity, Assert.Single(level.Incidents).Number)));
        Assert.Equal("Sam Second", view.Open[1].Incidents[0].Commander);
        Assert.Equal(TimeSpan.FromHours(30), view.Open[0].Incidents[0].Age(view.At));
    }

    [Fact]
    public async Task It_reads_as_it_would_have_read_at_any_instant()
    {
        var number = await Declare();
        await Pause("program", number, days: 1);
        var hidden = (await Done(new DeclareIncident { Title = "Somebody read the diary", Visibility = Visibility.Private })).Number;
        await Pause("diary", hidden, days: 1);
        foreach (var hours in new[] { 0, 30 })
        {
            Clock.Advance(TimeSpan.FromHours(hours));
            var (before, then) = (await View(Responder), Clock.GetUtcNow());
            Clock.Advance(TimeSpan.FromHours(1));
            await Done(new ReportSighting { Key = "program" });
            await Done(new ChangeSeverity
            {
                Incident = number, Severity = hours == 0 ? Severity.Sev0 : Severity.Sev1, Reason = "Looked again"
            });

            var known = await Read((db, _) => StatusViewQueries.At(db, Service<ReviewShelf>(), At(then)), Responder);

            Assert.Equal(Json.Write(before, typeof(StatusView)), Json.Write(known, typeof(StatusView)));
            Assert.Equal(2, known.Paused.Count);
            Assert.Equal(["program"],
                (await Read((db, _) => StatusViewQueries.At(db, Service<ReviewShelf>(), At(then)), Stranger)).Paused.Select(p => p.Key));
        }
        Assert.Empty((await Read((db, _) => StatusViewQueries.At(db, Service<ReviewShelf>(), At(Now.AddDays(-1))))).Open);
    }

    [Fact]
    public async Task A_pause_past_its_recheck_is_overdue_and_still_paused()
    {
        var number = await Declare();
        await Pause("program", number, days: 1);
        await Pause("later", null, days: 9);
        Clock.Advance(TimeSpan.FromDays(2));

        var view = await View();

        Assert.Equal(["program", "later"], view.Paused.Select(p => p.Key));
        Assert.Equal(new OverdueItem("Re-check of the pause program (The program) by Remy Responder: overdue, still paused.",
            Now.AddDays(1), number), Assert.Single(view.Overdue));
    }

    [Fact]
    public async Task A_task_past_its_time_is_overdue_until_it_is_settled_and_never_in_a_drill()
    {
        var (number, drill) = (await Declare(), await Declare(kind: IncidentKind.Drill));
        foreach (var incident in new[] { number, drill })
            await Done(new AddTask
            {
                Incident = incident, Title = "Call the regulator", Assignee = Privacy.Person, DueAt = Now.AddHours(1)
            });
        Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(new OverdueItem("Task for Pia Privacy: Call the regulator", Now.AddHours(1), number),
            Assert.Single((await View()).Overdue));
        await Done(new SettleTask { Incident = number, Task = "added-1" });
        Assert.Empty((await View()).Overdue);
    }

    [Fact]
    public async Task Of_the_last_day_the_telling_entries_stand_by_incident_newest_first()
    {
        var old = await Declare("Yesterday's");
        Clock.Advance(TimeSpan.FromHours(25));
        var number = await Declare("Tables are open");
        await Done(new PostUpdate { Incident = number, Text = "Small talk" });
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Done(new ChangeSeverity { Incident = old, Severity = Severity.Sev1, Reason = "Prompts are among it" });
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Pause("alone", null, days: 3);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Done(new ChangeStatus { Incident = number, Status = IncidentStatus.Investigating });

        var changed = (await View()).Changed;

        Assert.Equal(["Tables are open", "alone", "Yesterday's"], changed.Select(c => c.Title));
        Assert.Equal(["Status changed from declared to investigating.", "Declared as SEV2: Tables are open"],
            changed.Single(c => c.Incident == number).Lines.Select(l => l.Sentence));
        Assert.Equal(["Raised from SEV2 to SEV1: Prompts are among it"],
            changed.Single(c => c.Incident == old).Lines.Select(l => l.Sentence));
    }

    [Fact]
    public async Task Times_that_cannot_all_be_true_are_shown()
    {
        var number = await Declare();
        await Done(new SetMilestone { Incident = number, Milestone = Milestone.Resolved, At = Now.AddDays(-1) });

        var contradicting = Assert.Single((await View()).Contradictions);

        Assert.Equal((number, "It is recorded as resolved (11 Jun 2026, 03:10 UTC), but its status is declared."),
            (contradicting.Incident, Assert.Single(contradicting.Sentences)));
    }

    [Fact]
    public async Task Nothing_of_a_private_incident_shows_to_somebody_outside()
    {
        var number = await Declare("Somebody read the diary", Visibility.Private);
        await Pause("diaries", number, days: 1);
        await Done(new SetMilestone { Incident = number, Milestone = Milestone.Resolved, At = Now.AddDays(-1) });
        Clock.Advance(TimeSpan.FromHours(24).Add(TimeSpan.FromMinutes(-1)));

        var (outside, inside) = (await View(Stranger), await View(Responder));

        Assert.Empty(outside.Open);
        Assert.Empty(outside.Paused);
        Assert.Empty(outside.Overdue);
        Assert.Empty(outside.Changed);
        Assert.Empty(outside.Contradictions);
        Assert.Equal((1, 1, 1, 1), (inside.Open.Count, inside.Paused.Count, inside.Changed.Count, inside.Contradictions.Count));
    }
}
