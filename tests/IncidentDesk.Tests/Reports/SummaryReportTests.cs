using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Assigning;
using IncidentDesk.Incidents.Merging;
using IncidentDesk.Incidents.Tasks;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Reports;

namespace IncidentDesk.Tests.Reports;

public sealed class SummaryReportTests : ReportTest
{
    [Fact]
    public async Task An_open_access_review_is_written_as_an_unknown_and_not_as_good_news()
    {
        var report = await Report(await Declare());

        Assert.Contains("Whether anyone opened the data is not known: the access review is open.",
            Words(report, "What is known, and what is not"), StringComparison.Ordinal);
        Assert.Contains("Whether anyone opened the data is not known", ((Block.Callout)report.Blocks[0]).Text, StringComparison.Ordinal);
        Assert.Contains("\"label\":\"Start\",\"value\":\"The start is not known.\"", Words(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waived_review_stays_an_unknown_and_a_finished_one_names_who_answers_for_it()
    {
        var (waived, done) = (await Declare(), await Declare());
        await Done(new SettleClosingItem
        {
            Incident = waived, Item = ClosingItem.AccessReview, State = Settlement.Waived, Reason = "No logs were kept"
        }, Leader);
        await Done(new SettleClosingItem
        {
            Incident = done, Item = ClosingItem.AccessReview, State = Settlement.Done, Reason = "All 14 weeks were read"
        }, Privacy);

        Assert.Contains(
            "not known: the access review was waived by Lou Leader on 12 Jun 2026, 05:10 CEST · 03:10 UTC: No logs were kept.",
            Words(await Report(waived)), StringComparison.Ordinal);
        var words = Words(await Report(done));
        Assert.Contains(
            "The access review is recorded as done by Pia Privacy on 12 Jun 2026, 05:10 CEST · 03:10 UTC: All 14 weeks were read.",
            words, StringComparison.Ordinal);
        Assert.DoesNotContain("Whether anyone opened the data", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_known_at_an_instant_nothing_recorded_later_is_in_it()
    {
        var number = await Declare("Tables open");
        await Done(new ProposePause
        {
            Key = "mci", Incident = number, Target = "Capture",
            Scope = "All devices", Reason = "Open tables", ReviewBy = Now.AddHours(2)
        });
        Clock.Advance(TimeSpan.FromHours(1));
        var then = Clock.GetUtcNow();
        var before = await Report(number);
        Clock.Advance(TimeSpan.FromHours(1));
        await Done(new ChangeSeverity { Incident = number, Severity = Severity.Sev1, Reason = "It left the company" });
        await Done(new EditIncident { Incident = number, Title = "Tables copied", Summary = "Somebody copied them" });
        await Done(new PostUpdate { Incident = number, Text = "Late news", HappenedAt = Now });
        await Done(new OrderPause { Key = "mci" });
        await Done(new AssignRole { Incident = number, Role = IncidentRole.Commander, Person = Second.Person }, Second);
        await Done(new AddTask { Incident = number, Title = "Ring the bank", DueAt = Now });

        var after = await Report(number, asKnownAt: then);

        Assert.Equal(before.Marks with { PrintedAt = after.Marks.PrintedAt }, after.Marks);
        Assert.Equal(Words(before with { Marks = after.Marks }), Words(after));
        var now = Words(await Report(number));
        foreach (var late in (string[])["SEV1", "Tables copied", "Somebody copied them",
            "Late news", "overdue, still paused", "Sam Second", "Ring the bank"])
        {
            Assert.Contains(late, now, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(late, Words(after), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_marks_are_those_of_the_moment_and_of_the_reader()
    {
        var number = await Declare("Tables open");
        Clock.Advance(TimeSpan.FromMinutes(5));
        await Done(new PostUpdate { Incident = number, Text = "More" });

        var marks = (await Report(number, asKnownAt: Now.AddMinutes(1), by: Leader)).Marks;

        var head = await Read((db, _) => Task.FromResult(db.Entries.Single(e => e.Incident == number && e.Position == 1).Hash));
        Assert.Equal(("summary", $"INC-{number}", Now.AddMinutes(1), Now.AddMinutes(5)),
            (marks.Kind, marks.Subject, marks.AsKnownAt, marks.PrintedAt));
        Assert.Equal(("Lou Leader", "Europe/Berlin", 1, Convert.ToHexStringLower(head)),
            (marks.PrintedBy, marks.Zone, marks.Position, marks.HeadHash));
    }

    [Fact]
    public async Task Times_that_contradict_each_other_stand_in_a_box()
    {
        var number = await Declare();
        await Done(new SetMilestone { Incident = number, Milestone = Milestone.Started, At = Now.AddHours(-1) });
        await Done(new SetMilestone { Incident = number, Milestone = Milestone.Detected, At = Now.AddHours(-3) });

        Assert.Contains(await Blocks<Block.Callout>(number),
            c => c.Title == "These times cannot all be true" && c.Text.Contains("detected", StringComparison.Ordinal));
    }

    [Theory, InlineData(IncidentKind.Drill, "DRILL"), InlineData(IncidentKind.Backfill, "BACKFILL")]
    public async Task What_is_not_live_says_so_before_anything_else(IncidentKind kind, string says)
    {
        var number = await Declare(kind: kind);

        foreach (var report in Enum.GetValues<ReportKind>())
            Assert.StartsWith(says, Assert.IsType<Block.Callout>((await Report(number, report)).Blocks[0]).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_is_shown_with_who_ordered_it_and_an_overdue_recheck_as_still_paused()
    {
        var number = await Declare();
        await Done(new ProposePause
        {
            Key = "mci", Incident = number, Target = "Capture program", Scope = "All devices",
            Mode = PauseMode.Kill, Reason = "Open tables", ReviewBy = Now.AddHours(1)
        });
        await Done(new OrderPause { Key = "mci", Authority = "the board" });
        Clock.Advance(TimeSpan.FromHours(2));

        var words = Words(await Report(number), "Pauses");

        foreach (var part in (string[])["Capture program", "All devices", "Everything stops at once",
            "Overdue, still paused\\nRe-check by Remy Responder was due",
            "Remy Responder, on behalf of the board", "12 Jun 2026, 06:10 CEST · 04:10 UTC"])
            Assert.Contains(part, words, StringComparison.Ordinal);
        Assert.Contains("1 pause is in force, with its re-check overdue.",
            ((Block.Callout)(await Report(number)).Blocks[0]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_verified_by_the_machines_that_asked_says_how_many_they_were()
    {
        var number = await Declare();
        await Done(new ProposePause
        {
            Key = "mci", Incident = number, Target = "Capture program", Scope = "All devices",
            Mode = PauseMode.Kill, Reason = "Open tables", ReviewBy = Now.AddHours(1)
        });
        await Done(new OrderPause { Key = "mci" });
        await Done(new NoteAsks { Asks = [new("mci", "etl-1", 3, Now), new("mci", "etl-2", 1, Now)] });
        await Done(new VerifyPause { Key = "mci", Kind = VerificationKind.Asks });

        Assert.Contains("2 clients asked since the pause took effect", Words(await Report(number), "Pauses"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overdue_tasks_lead_and_what_closing_waits_for_is_named()
    {
        var number = await Declare();
        await Done(new AddTask { Incident = number, Title = "Later", DueAt = Now.AddHours(5) });
        await Done(new AddTask { Incident = number, Title = "Should be done", DueAt = Now.AddHours(1) });
        Clock.Advance(TimeSpan.FromHours(2));

        var report = await Report(number);
        var tasks = Words(report, "Open tasks and closing");

        Assert.Contains("overdue", tasks, StringComparison.Ordinal);
        Assert.True(tasks.IndexOf("Should be done", StringComparison.Ordinal) < tasks.IndexOf("Later", StringComparison.Ordinal));
        Assert.Contains("4 of 4 closing items must be done", tasks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_sides_of_a_merge_name_the_other()
    {
        var (one, other) = (await Declare("The same thing twice"), await Declare("The one that goes on"));
        await Done(new MergeIncident { Incident = one, Into = other });

        Assert.Contains($"Merged into INC-{other}", ((Block.Callout)(await Report(one)).Blocks[0]).Title, StringComparison.Ordinal);
        Assert.Contains($"INC-{one}: merged as duplicates", Words(await Report(other), "Status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_report_is_marked_strictly_even_for_the_time_before_it_was_private()
    {
        var number = await Declare();
        Assert.Equal("TLP:AMBER", (await Report(number)).Marks.Classification);
        Clock.Advance(TimeSpan.FromHours(1));
        await Done(new ChangeVisibility { Incident = number, Visibility = Visibility.Private, Reason = "Names" });

        Assert.Equal("TLP:AMBER+STRICT", (await Report(number)).Marks.Classification);
        Assert.Equal("TLP:AMBER+STRICT", (await Report(number, asKnownAt: Now)).Marks.Classification);
        foreach (var kind in Enum.GetValues<ReportKind>())
            Assert.Equal(new Refusal.NotFound($"incident INC-{number}"), (await Ask(number, kind, by: Stranger)).Refusal);
        Assert.Equal(new Refusal.NotFound("incident INC-4711"), (await Ask(4711, by: Stranger)).Refusal);
    }

    [Fact]
    public async Task Before_the_declaration_there_is_no_report()
    {
        var number = await Declare();

        Assert.IsType<Refusal.NotFound>((await Ask(number, asKnownAt: Now.AddMinutes(-1))).Refusal);
    }

    [Fact]
    public async Task No_report_skips_a_level_of_headings_or_shows_an_empty_section()
    {
        var number = await Declare();
        foreach (var kind in Enum.GetValues<ReportKind>())
        {
            var blocks = (await Report(number, kind)).Blocks;
            var level = 0;
            foreach (var (block, next) in blocks.Zip(blocks.Skip(1).Append(null)))
            {
                if (block is not Block.Heading heading) continue;
                Assert.InRange(heading.Level, 1, level + 1);
                Assert.True(next is not null && (next as Block.Heading)?.Level is not { } below
                    || ((Block.Heading)next!).Level > heading.Level, $"Nothing stands under \"{heading.Text}\".");
                level = heading.Level;
            }
        }
    }

    async Task<IEnumerable<T>> Blocks<T>(int number) where T : Block => (await Report(number)).Blocks.OfType<T>();
}
