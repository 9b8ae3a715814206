using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Assigning;
using IncidentDesk.Overview.Board;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Sighting;
using IncidentDesk.Tests.Incidents;

namespace IncidentDesk.Tests.Overview.Board;

public sealed class BoardHistoryTests : IncidentTest
{
    static readonly BoardFilter[] Filters =
    [
        new(), new() { Limit = 2 }, new() { Limit = 2, After = new BoardCursor(false, Severity.Sev2, 4).Write() },
        new() { Statuses = [IncidentStatus.Declared] }, new() { Q = "TABLES inc-4" },
        new() { Q = "ÜBER" }, new() { Severities = [Severity.Sev0] }, new() { Kinds = [IncidentKind.Drill] },
    ];

    Task<BoardPage> Board(BoardFilter filter, DateTimeOffset? then = null, Actor? by = null) =>
        Read((db, _) => BoardQueries.List(db, filter, At(then)), by);

    /// <summary>Everything that two people are shown, whatever they ask for.</summary>
    async Task<string[]> Shown(DateTimeOffset? then = null)
    {
        var shown = new List<string>();
        foreach (var filter in Filters)
            foreach (var by in new[] { Responder, Stranger })
                shown.Add(Json.Write(await Board(filter, then, by), typeof(BoardPage)));
        return [.. shown];
    }

    async Task<BoardRow> Row(int number, DateTimeOffset then) =>
        (await Board(new(), then, Stranger)).Items.Single(row => row.Number == number);

    [Fact]
    public async Task The_board_reads_as_it_would_have_read_at_any_instant()
    {
        await DeclareClosed();
        await DeclareMerged();
        var number = await Declare();
        await Done(new DeclareIncident { Title = "Überwachung", Kind = IncidentKind.Drill, Severity = Severity.Sev4 });
        var hidden = await Declare("Somebody read the diary", Visibility.Private);
        Func<Task>[] steps =
        [
            () => Pause("program", number), () => Pause("diary", hidden), () => Done(new ReportSighting { Key = "program" }),
            () => Done(new ChangeSeverity { Incident = number, Severity = Severity.Sev0, Reason = "Looked again" }),
            () => Done(new AssignRole { Incident = number, Role = IncidentRole.Commander, Person = Second.Person }), DeclareClosed,
        ];
        var instants = new List<DateTimeOffset>();
        foreach (var step in steps)
        {
            var (before, then) = (await Shown(), Clock.GetUtcNow());
            Clock.Advance(TimeSpan.FromHours(7));
            await step();

            Assert.Equal(before, await Shown(then));
            instants.Add(then);
        }

        Assert.Equal((0, 0, 0, null), await Tags(instants[0]));
        Assert.Equal((1, 0, 0, null), await Tags(instants[1]));
        Assert.Equal((1, 1, 0, null), await Tags(instants[3]));
        Assert.Equal((1, 1, 1, "Sam Second"), await Tags(instants[5]));
        Assert.Equal((Severity.Sev2, Severity.Sev0),
            ((await Row(number, instants[3])).Severity, (await Row(number, instants[4])).Severity));
        Assert.Empty((await Board(new(), Now.AddDays(-1))).Items);

        async Task<(int, int, int, string?)> Tags(DateTimeOffset then)
        {
            var row = await Row(number, then);
            return (row.Paused, row.SeenRunning, row.OverdueReviews, row.Commander);
        }
    }

    [Fact]
    public async Task A_private_incident_is_neither_listed_nor_counted_at_an_earlier_time()
    {
        var hidden = await Declare("Somebody read the diary", Visibility.Private);
        await Pause("diary", hidden);
        var then = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromHours(1));
        await Done(new ChangeSeverity { Incident = hidden, Severity = Severity.Sev0, Reason = "Looked again" });

        var (outside, inside) = (await Board(new(), then, Stranger), await Board(new(), then));

        Assert.Empty(outside.Items);
        Assert.Equal(new BoardCounts(0, 0, 0, 0, 0, 0), outside.Counts);
        Assert.Equal((hidden, 1, Severity.Sev2), (Assert.Single(inside.Items).Number, inside.Items[0].Paused, inside.Items[0].Severity));
    }

    async Task Pause(string key, int incident)
    {
        await Done(new ProposePause
        {
            Key = key, Target = "The program", Scope = "everything",
            Reason = "Stop the harm", Incident = incident, ReviewBy = Now.AddDays(1)
        });
        await Done(new OrderPause { Key = key });
    }
}
