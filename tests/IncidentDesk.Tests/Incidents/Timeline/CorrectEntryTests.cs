using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Incidents.Timeline;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.Incidents.Timeline;

public sealed class CorrectEntryTests : DeskTest
{
    static readonly DateTimeOffset Earlier = Now.AddHours(-3);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Done(new DeclareIncident { Title = "Door open" });
        await Done(new PostUpdate { Incident = 1, Text = "Closed at noon" });
    }

    [Fact]
    public async Task A_correction_stands_in_place_of_the_entry_and_the_original_stays_reachable()
    {
        var outcome = await Do(new CorrectEntry
        {
            Incident = 1, Position = 2, Text = "Closed at one", HappenedAt = Earlier, Reason = "Misread the clock."
        });

        Assert.Equal(3, outcome.Value?.Value);
        var rows = await Rows();
        Assert.Equal(["Door open", "Closed at one", "Corrected the text and the time of entry #2: Misread the clock."],
            rows.Select(r => r.Text.Replace("Declared as SEV2: ", "", StringComparison.Ordinal)));
        Assert.Equal((Earlier, 3, new BeforeCorrection("Closed at noon", Now)), (rows[1].HappenedAt, rows[1].CorrectedBy, rows[1].Before));
        Assert.Equal(2, rows[2].Supersedes);
    }

    [Fact]
    public async Task Correcting_a_correction_corrects_the_entry_behind_it_and_keeps_what_it_does_not_name()
    {
        await Done(new CorrectEntry { Incident = 1, Position = 2, HappenedAt = Earlier, Reason = "Misread the clock." });
        await Do(new CorrectEntry { Incident = 1, Position = 3, Text = "Closed at one", Reason = "And the words." });

        var rows = await Rows();
        Assert.Equal(("Closed at one", Earlier, 4), (rows[1].Text, rows[1].HappenedAt, rows[1].CorrectedBy));
        Assert.Equal(new EntryCorrected(2, "Closed at one", null, "And the words."), (await TimelineOf(1))[3]);
    }

    [Fact]
    public async Task What_was_done_keeps_its_words_but_may_have_happened_at_another_time()
    {
        Assert.IsType<NoTextOfItsOwn>(
            (await Do(new CorrectEntry { Incident = 1, Position = 1, Text = "Window open", Reason = "It was the window." })).Refusal);
        Assert.True((await Do(new CorrectEntry { Incident = 1, Position = 1, HappenedAt = Earlier, Reason = "Declared late." })).Done);
        Assert.Equal(Earlier, (await Rows())[0].HappenedAt);
    }

    [Fact]
    public async Task A_correction_that_changes_nothing_or_points_nowhere_is_refused()
    {
        Assert.IsType<NothingToCorrect>(
            (await Do(new CorrectEntry { Incident = 1, Position = 2, Text = "Closed at noon", Reason = "Sure?" })).Refusal);
        Assert.IsType<NoSuchEntry>((await Do(new CorrectEntry { Incident = 1, Position = 9, Text = "Hello", Reason = "Sure?" })).Refusal);
        foreach (var shapeless in new CorrectEntry[]
        {
            new() { Incident = 1, Position = 2, Reason = "Nothing given." }, new() { Incident = 1, Position = 2, Text = "x" },
            new() { Incident = 1, Position = 0, Text = "x", Reason = "r" },
            new() { Incident = 1, Position = 2, HappenedAt = Now.AddDays(1), Reason = "r" },
        })
            Assert.IsType<Refusal.Invalid>((await Do(shapeless)).Refusal);
        Assert.Equal(2, (await TimelineOf(1)).Count);
    }

    [Fact]
    public async Task A_redacted_text_is_not_replaced_any_more()
    {
        await Done(new RedactEntry { Incident = 1, Position = 2, Passage = "noon", Reason = "Erasure." }, Privacy);

        Assert.IsType<WasRedacted>(
            (await Do(new CorrectEntry { Incident = 1, Position = 2, Text = "Closed at noon", Reason = "Back." })).Refusal);
        Assert.True((await Do(new CorrectEntry { Incident = 1, Position = 2, HappenedAt = Earlier, Reason = "Clock." })).Done);
    }

    [Fact]
    public async Task A_private_incident_is_not_corrected_by_a_stranger_and_nothing_by_a_viewer()
    {
        await Done(new DeclareIncident { Title = "Diary", Visibility = Visibility.Private });
        var viewer = await Person("Vera Viewer", IncidentDesk.Roles.Viewer);

        var command = new CorrectEntry { Incident = 2, Position = 1, HappenedAt = Earlier, Reason = "Late." };
        Assert.Equal("incident INC-2", Assert.IsType<Refusal.NotFound>((await Do(command, Stranger)).Refusal).What);
        Assert.Equal("incident INC-7", Assert.IsType<Refusal.NotFound>((await Do(command with { Incident = 7 }, Stranger)).Refusal).What);
        Assert.Equal("incident INC-1", Assert.IsType<Refusal.NotFound>((await Do(command with { Incident = 1 }, viewer)).Refusal).What);
        await Done(command);
        Assert.Equal(0, await Read((db, _) => db.Corrections.CountAsync(), Stranger));
        Assert.Equal(1, await Read((db, _) => db.Corrections.CountAsync()));
    }

    [Fact]
    public async Task What_was_privileged_stays_so_when_it_is_corrected_and_others_cannot_find_it()
    {
        var secret = await Done(new PostUpdate { Incident = 1, Text = "Counsel says settle", Privileged = true });

        Assert.IsType<NoSuchEntry>(
            (await Do(new CorrectEntry { Incident = 1, Position = secret, Text = "?", Reason = "Curious." }, Second)).Refusal);
        await Done(new CorrectEntry { Incident = 1, Position = secret, Text = "Counsel says wait", Reason = "Misheard." });

        Assert.Equal(2, (await Rows(Second)).Count);
        Assert.Equal(["Counsel says wait", "Corrected the text of entry #3: Misheard."],
            (await Rows(Privacy)).Where(r => r.Privileged).Select(r => r.Text));
    }

    async Task<IReadOnlyList<TimelineRow>> Rows(Actor? by = null) =>
        (await Read((db, caller) => TimelineQueries.Page(db, caller, 1, new(), RightNow), by)).Value!.Items;
}
