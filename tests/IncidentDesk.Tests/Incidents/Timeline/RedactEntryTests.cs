using System.Globalization;
using System.Text;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Record;
using IncidentDesk.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.Incidents.Timeline;

public sealed class RedactEntryTests : DeskTest
{
    const string Name = "Marguerite Weißenborn-Ósk";

    [Fact]
    public async Task Removed_words_are_gone_from_the_record_the_tables_and_the_file()
    {
        await Done(new DeclareIncident { Title = $"Diary of {Name} was open", Summary = $"{Name} told us." });
        Assert.NotEmpty(await Holding(Name));

        var outcome = await Do(new RedactEntry { Incident = 1, Position = 1, Passage = Name, Reason = "She asked for erasure." }, Privacy);

        Assert.True(outcome.Done, outcome.Refusal?.Why);
        Assert.Equal(2, outcome.Value.Position);
        var declared = Assert.IsType<IncidentDeclared>((await TimelineOf(1))[0]);
        Assert.Equal(("Diary of [redacted] was open", "[redacted] told us."), (declared.Title, declared.Summary));
        Assert.Equal("Diary of [redacted] was open", await Read((db, _) => db.Incidents.Select(i => i.Title).SingleAsync()));
        Assert.Empty(await Holding(Name));
    }

    [OnSqliteFact]
    public async Task Among_thousands_of_entries_no_copy_of_the_removed_words_stays_in_the_file()
    {
        await Done(new DeclareIncident { Title = "Many hands" });
        var names = Enumerable.Range(0, 6).Select(n => string.Create(CultureInfo.InvariantCulture, $"Person-{n:D2}-of-interest")).ToList();
        for (var n = 0; n < 300; n++)
            await Done(new PostUpdate
            {
                Incident = 1, Text = $"{(n % 50 == 7 ? names[n / 50] : "nobody")} {new string((char)('a' + (n % 26)), n * 13 % 1900)}"
            });
        await Assert.AllAsync(names, async name => Assert.NotEmpty(await Holding(name)));

        foreach (var (name, n) in names.Select((name, n) => (name, n)))
            await Done(new RedactEntry { Incident = 1, Position = (n * 50) + 9, Passage = name, Reason = "Erasure asked for." }, Privacy);

        await Assert.AllAsync(names, async name => Assert.Empty(await Holding(name)));
    }

    [OnSqliteFact]
    public async Task Entries_that_grow_and_move_inside_the_file_when_redacted_leave_nothing_behind()
    {
        await Done(new DeclareIncident { Title = "Many hands" });
        var names = Enumerable.Range(0, 40).Select(n => string.Create(CultureInfo.InvariantCulture, $"Zq{n:D3}x")).ToList();
        foreach (var (name, n) in names.Select((name, n) => (name, n)))
            await Done(new PostUpdate { Incident = 1, Text = string.Join(' ', Enumerable.Repeat(name, 10 + (n % 40))) });

        foreach (var n in Enumerable.Range(0, names.Count).OrderBy(n => n * 37 % names.Count))
        {
            await Done(new RedactEntry { Incident = 1, Position = n + 2, Passage = names[n], Reason = "Erasure asked for." }, Privacy);
            Assert.Empty(await Holding(names[n]));
        }

        await Assert.AllAsync(names, async name => Assert.Empty(await Holding(name)));
    }

    [Fact]
    public async Task All_words_of_an_entry_go_when_no_passage_is_named()
    {
        await Done(new DeclareIncident { Title = "Door open" });
        await Done(new PostUpdate { Incident = 1, Text = $"{Name} left it open." });

        await Done(new RedactEntry { Incident = 1, Position = 2, Reason = "Names a person without need." }, Privacy);

        Assert.Equal(new UpdatePosted("[redacted]"), (await TimelineOf(1))[1]);
    }

    [Fact]
    public async Task The_answer_names_the_other_entries_with_the_same_words()
    {
        await Done(new DeclareIncident { Title = "Door open" });
        await Done(new PostUpdate { Incident = 1, Text = $"{Name} left it open." });
        await Done(new CorrectEntry { Incident = 1, Position = 2, Text = $"{Name} closed it.", Reason = "Mixed up." });

        var outcome = await Do(new RedactEntry { Incident = 1, Position = 2, Passage = Name, Reason = "Erasure asked for." }, Privacy);

        Assert.Equal([3], outcome.Value!.AlsoIn);
        var second = await Do(new RedactEntry { Incident = 1, Position = 3, Passage = Name, Reason = "Erasure asked for." }, Privacy);
        Assert.Empty(second.Value!.AlsoIn);
        Assert.Empty(await Holding(Name));
    }

    [Fact]
    public async Task An_entry_can_be_redacted_twice()
    {
        await Done(new DeclareIncident { Title = "Door open" });
        await Done(new PostUpdate { Incident = 1, Text = "Anna met Bertha." });

        await Done(new RedactEntry { Incident = 1, Position = 2, Passage = "Anna", Reason = "Erasure." }, Privacy);
        await Done(new RedactEntry { Incident = 1, Position = 2, Passage = "Bertha", Reason = "Erasure." }, Admin);

        Assert.Equal(new UpdatePosted("[redacted] met [redacted]."), (await TimelineOf(1))[1]);
        Assert.Equal(4,
            await Read((db, _) => db.Entries.Where(e => e.Incident == 1 && e.Position == 2).Select(e => e.RedactedBy).SingleAsync()));
    }

    [Theory]
    [InlineData(9, null, "Erasure.", typeof(NoSuchEntry))]
    [InlineData(2, "Zelda", "Erasure.", typeof(NotInThisEntry))]
    [InlineData(2, "Anna", "Anna asked.", typeof(Refusal.Invalid))]
    [InlineData(2, null, "It said: Anna met Bertha.", typeof(ReasonRepeats))]
    [InlineData(2, " ", "Erasure.", typeof(Refusal.Invalid))]
    [InlineData(2, "Anna", "", typeof(Refusal.Invalid))]
    public async Task What_cannot_be_removed_is_refused_and_nothing_changes(int position, string? passage, string reason, Type refusal)
    {
        await Done(new DeclareIncident { Title = "Door open" });
        await Done(new PostUpdate { Incident = 1, Text = "Anna met Bertha." });

        var outcome = await Do(new RedactEntry { Incident = 1, Position = position, Passage = passage, Reason = reason }, Privacy);

        Assert.IsType(refusal, outcome.Refusal);
        Assert.Equal(2, (await TimelineOf(1)).Count);
    }

    [Fact]
    public async Task Words_removed_before_cannot_be_removed_again()
    {
        await Done(new DeclareIncident { Title = "Door open" });
        await Done(new PostUpdate { Incident = 1, Text = "Anna" });
        await Done(new RedactEntry { Incident = 1, Position = 2, Reason = "Erasure." }, Privacy);

        Assert.IsType<NothingToRedact>((await Do(new RedactEntry { Incident = 1, Position = 2, Reason = "Erasure." }, Privacy)).Refusal);
    }

    [Fact]
    public async Task Only_privacy_and_administrators_remove_words_and_only_where_they_see_the_incident()
    {
        await Done(new DeclareIncident { Title = "Somebody read the diary", Visibility = Visibility.Private });
        var command = new RedactEntry { Incident = 1, Position = 1, Reason = "Erasure." };

        Assert.Equal("incident INC-1", Assert.IsType<Refusal.NotFound>((await Do(command, Responder)).Refusal).What);
        Assert.Equal("incident INC-1", Assert.IsType<Refusal.NotFound>((await Do(command, Stranger)).Refusal).What);
        Assert.Equal("incident INC-9", Assert.IsType<Refusal.NotFound>((await Do(command with { Incident = 9 }, Stranger)).Refusal).What);
    }

    [Fact]
    public void Everything_people_write_in_any_event_can_be_removed_and_the_event_can_still_be_read() => Rule.Holds(EventNames.All, name =>
    {
        var before = EventNames.Write((TimelineEvent)Sample.Of(EventNames.TypeOf(name)));
        var after = Redaction.Without(name, before, null);
        return Redaction.WordsOf(name, after).Any(w => w != Redaction.Mark)
            ? $"{name} keeps words: {Encoding.UTF8.GetString(after)}"
            : null;
    });
}
