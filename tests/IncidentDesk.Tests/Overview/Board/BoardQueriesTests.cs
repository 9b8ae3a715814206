using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Assigning;
using IncidentDesk.Overview.Board;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Tests.Incidents;

namespace IncidentDesk.Tests.Overview.Board;

public sealed class BoardQueriesTests : IncidentTest
{
    Task<BoardPage> Board(BoardFilter? filter = null, Actor? by = null) =>
        Read((db, _) => BoardQueries.List(db, filter ?? new(), RightNow), by);

    async Task<int> Declare(Severity severity, string title = "Tables are open", string? summary = null) =>
        (await Done(new DeclareIncident { Title = title, Severity = severity, Summary = summary })).Number;

    static IEnumerable<int> Numbers(BoardPage page) => page.Items.Select(row => row.Number);

    [Fact]
    public async Task What_is_open_comes_first_then_the_worst_then_the_newest()
    {
        var closed = await DeclareClosed();
        var merged = await DeclareMerged();
        var (minor, bad, worse, alsoBad) = (await Declare(Severity.Sev4),
            await Declare(Severity.Sev1), await Declare(Severity.Sev0), await Declare(Severity.Sev1));

        Assert.Equal([worse, alsoBad, bad, merged + 1, minor, merged, closed], Numbers(await Board()));
    }

    [Fact]
    public async Task Page_by_page_every_incident_comes_once()
    {
        await DeclareClosed();
        await DeclareMerged();
        foreach (var severity in new[] { Severity.Sev3, Severity.Sev0, Severity.Sev3, Severity.Sev5, Severity.Sev0 })
            await Declare(severity);

        var seen = new List<int>();
        for (string? after = null; ;)
        {
            var page = await Board(new() { After = after, Limit = 2 });
            seen.AddRange(Numbers(page));
            if ((after = page.Next) is null) break;
        }

        Assert.Equal(Numbers(await Board()), seen);
        Assert.Equal(8, seen.Distinct().Count());
    }

    [Theory, InlineData("ÜBERWACHUNG", 1), InlineData("überwachung", 1),
        InlineData("ΟΔΟΣ", 2), InlineData("überwachung ΟΔΟΣ", 0), InlineData("дневник", 0)]
    public async Task The_case_of_letters_counts_in_no_script(string words, int found)
    {
        await Declare(Severity.Sev2, "Überwachung is readable");
        await Declare(Severity.Sev2, "Logs are open", "of the street οδος");
        await Done(new DeclareIncident { Title = "ДНЕВНИК", Visibility = Visibility.Private });

        Assert.Equal(found == 0 ? [] : [found],
            Numbers(await Read((db, _) => BoardQueries.List(db, new() { Q = words }, RightNow), Stranger)));
    }

    [Theory]
    [InlineData("DIARY", 2), InlineData("diary nobody", 2), InlineData("INC-1", 1),
        InlineData("inc1", 1), InlineData("#1", 1), InlineData("2", 2)]
    [InlineData("100%", 1), InlineData("_", 2), InlineData("10_", 0), InlineData("INC-9", 0),
        InlineData("diary keystrokes", 0), InlineData("99999999999", 0)]
    public async Task Words_are_found_in_title_and_summary_and_a_number_by_itself(string words, int found)
    {
        await Declare(Severity.Sev2, "100% of keystrokes are open", "Since the rollout");
        await Declare(Severity.Sev2, "Somebody read a diary", "It says nobody_knows");

        var page = await Board(new() { Q = words });

        Assert.Equal(found == 0 ? [] : [found], Numbers(page));
        Assert.Equal(found == 0 ? 0 : 1, page.Counts.Declared);
    }

    [Fact]
    public async Task Filters_narrow_the_list_and_statuses_leave_the_counts_as_they_are()
    {
        await DeclareClosed();
        await DeclareMerged();
        var drill = (await Done(new DeclareIncident { Title = "Rehearsal", Kind = IncidentKind.Drill, Severity = Severity.Sev1 })).Number;

        Assert.Equal([drill], Numbers(await Board(new() { Kinds = [IncidentKind.Drill] })));
        Assert.Equal([drill], Numbers(await Board(new() { Severities = [Severity.Sev1, Severity.Sev0] })));
        var declared = await Board(new() { Statuses = [IncidentStatus.Declared] });
        Assert.Equal(2, declared.Items.Count);
        Assert.Equal(new BoardCounts(Declared: 2, 0, 0, 0, Closed: 1, Merged: 1), declared.Counts);
    }

    [Fact]
    public async Task A_row_says_who_commands_and_how_much_is_paused()
    {
        var number = await Declare(Severity.Sev2);
        await Done(new AssignRole { Incident = number, Role = IncidentRole.Commander, Person = Second.Person });
        foreach (var key in new[] { "ordered", "only-proposed" })
            await Done(new ProposePause
            {
                Key = key, Target = "The program", Scope = "everything",
                Reason = "Stop the harm", Incident = number, ReviewBy = Now.AddDays(1)
            });
        await Done(new OrderPause { Key = "ordered" });
        Clock.Advance(TimeSpan.FromHours(3));

        var row = Assert.Single((await Board()).Items);

        Assert.Equal(("Sam Second", 1, TimeSpan.FromHours(3)), (row.Commander, row.Paused, row.Age(Clock.GetUtcNow())));
    }

    [Fact]
    public async Task A_private_incident_is_neither_listed_nor_counted_nor_found_from_outside()
    {
        await Declare("Somebody read the diary", Visibility.Private);

        Assert.Equal(1, (await Board()).Counts.Open);
        foreach (var filter in new BoardFilter[] { new(), new() { Q = "diary" }, new() { Q = "INC-1" } })
        {
            var page = await Board(filter, Stranger);
            Assert.Empty(page.Items);
            Assert.Equal(new BoardCounts(0, 0, 0, 0, 0, 0), page.Counts);
        }
    }

    [Theory, InlineData("nonsense"), InlineData(""), InlineData("MS4yLjM0LjU"), InlineData("MC45LjE"), InlineData("%%%")]
    public void What_is_no_cursor_is_told_apart(string text) => Assert.False(BoardCursor.TryRead(text, out _));

    [Fact]
    public void A_cursor_is_read_as_it_was_written()
    {
        var cursor = new BoardCursor(true, Severity.Sev3, 4711);

        Assert.True(BoardCursor.TryRead(cursor.Write(), out var read));
        Assert.Equal(cursor, read);
    }
}
