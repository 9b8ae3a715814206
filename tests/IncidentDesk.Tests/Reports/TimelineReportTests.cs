using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Assigning;
using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Reports;

namespace IncidentDesk.Tests.Reports;

public sealed class TimelineReportTests : ReportTest
{
    [Fact]
    public async Task Entries_stand_in_the_order_of_happening_with_both_times()
    {
        var number = await Declare();
        await Done(new PostUpdate { Incident = number, Text = "The scan found it", HappenedAt = Now.AddHours(-2) });

        var lines = await Lines(number);

        Assert.Equal("The scan found it", lines[0].Text);
        Assert.Equal((Now.AddHours(-2), Now), (lines[0].HappenedAt, lines[0].RecordedAt));
        Assert.Equal(Now, lines[1].HappenedAt);
    }

    [Fact]
    public async Task A_long_timeline_is_whole()
    {
        var number = await Declare();
        for (var i = 0; i < 510; i++) await Done(new PostUpdate { Incident = number, Text = $"Note {i}" });

        Assert.Equal(Enumerable.Range(1, (await State(number)).Position), (await Lines(number)).Select(l => l.Position));
    }

    [Fact]
    public async Task A_correction_shows_what_is_true_now_and_what_stood_there()
    {
        var number = await Declare();
        var update = await Done(new PostUpdate { Incident = number, Text = "Nobody came in" });
        Clock.Advance(TimeSpan.FromHours(1));
        var then = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromHours(1));
        var correction = await Done(new CorrectEntry
        {
            Incident = number, Position = update, Text = "Two came in", HappenedAt = Now.AddMinutes(-10), Reason = "Cameras"
        });

        var line = Assert.Single(await Lines(number), l => l.Position == update);
        Assert.Equal("Two came in\n\nOriginal text: Nobody came in\n\nOriginal time: 12 Jun 2026, 05:10 CEST · 03:10 UTC.", line.Text);
        Assert.Equal([$"corrected by #{correction.Value}"], line.Remarks);
        var known = Assert.Single(await Lines(number, then), l => l.Position == update);
        Assert.Equal(("Nobody came in", 0), (known.Text, known.Remarks.Count));
    }

    [Fact]
    public async Task Removed_words_leave_a_mark()
    {
        var number = await Declare();
        var update = await Done(new PostUpdate { Incident = number, Text = "Jo Doe opened it" });
        await Done(new RedactEntry { Incident = number, Position = update, Passage = "Jo Doe", Reason = "A name" }, Privacy);

        var report = await Report(number, ReportKind.Timeline);

        Assert.DoesNotContain("Jo Doe", Words(report), StringComparison.Ordinal);
        var line = Assert.Single(report.Blocks.OfType<Block.Timeline>()).Lines.Single(l => l.Position == update);
        Assert.Equal("[redacted] opened it", line.Text);
        Assert.StartsWith("redacted by #", Assert.Single(line.Remarks), StringComparison.Ordinal);
    }

    [Theory, InlineData(ReportKind.Timeline), InlineData(ReportKind.Summary)]
    public async Task Privileged_entries_are_withheld_and_counted_unless_somebody_who_may_asks_for_them(ReportKind kind)
    {
        var number = await Declare();
        await Done(new PostUpdate { Incident = number, Text = "Counsel says settle", Privileged = true });
        await Done(new PostUpdate { Incident = number, Text = "Counsel says wait", Privileged = true });
        await Done(new PostUpdate { Incident = number, Text = "For everybody" });
        await Done(new AssignRole { Incident = number, Role = IncidentRole.Commander, Person = Second.Person });

        // The author, somebody who may read them but did not ask, and somebody who asked but may not.
        foreach (var report in (Report[])[await Report(number, kind), await Report(number, kind, by: Second),
            await Report(number, kind, by: Leader, privileged: true)])
        {
            Assert.DoesNotContain("Counsel", Words(report), StringComparison.Ordinal);
            Assert.Contains("For everybody", Words(report), StringComparison.Ordinal);
            Assert.Contains("2 privileged entries are withheld", Words(report), StringComparison.Ordinal);
            Assert.Equal("TLP:AMBER", report.Marks.Classification);
        }

        var whole = await Report(number, kind, by: Second, privileged: true);
        Assert.Contains("Counsel says settle", Words(whole), StringComparison.Ordinal);
        Assert.Equal("Privileged & confidential · TLP:RED", whole.Marks.Classification);
        Assert.DoesNotContain("withheld", Words(whole), StringComparison.Ordinal);
        Assert.Contains(whole.Blocks.OfType<Block.Timeline>().Single().Lines, l => l.Remarks.Contains("privileged"));
    }

    [Fact]
    public async Task Without_a_privileged_entry_the_mark_claims_none()
    {
        var report = await Report(await Declare(), ReportKind.Timeline, by: Privacy, privileged: true);

        Assert.Equal("TLP:AMBER", report.Marks.Classification);
        Assert.Contains("The one entry of INC-1, in the order", Words(report), StringComparison.Ordinal);
    }

    async Task<IReadOnlyList<TimelineLine>> Lines(int number, DateTimeOffset? asKnownAt = null) =>
        Assert.Single((await Report(number, ReportKind.Timeline, asKnownAt)).Blocks.OfType<Block.Timeline>()).Lines;
}
