using CsCheck;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Lineage;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Assets.Reaching;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Assigning;
using IncidentDesk.Incidents.Merging;
using IncidentDesk.Incidents.Tasks;
using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Resuming;
using IncidentDesk.Record;
using IncidentDesk.Reports;
using IncidentDesk.Statements;
using IncidentDesk.Statements.Drafting;
using IncidentDesk.Tests.Assets;

namespace IncidentDesk.Tests.Incidents.Timeline;

/// <summary>
/// Whatever people do to an incident: what the desk showed at an instant is what it shows later as known at that instant, and
/// incident, timeline and reports agree on it.
/// </summary>
public sealed class AsKnownAtTests : AssetTest
{
    /// <summary>What, with which choice, and how many minutes after the one before; often none.</summary>
    sealed record Wish(int What, int Choice, int Minutes);

    static readonly Gen<Wish[]> Wishes = Gen.Select(Gen.Int[0, 20], Gen.Int[0, 11], Gen.Int[-3, 90], (what, choice, minutes) => new Wish(what, choice, Math.Max(0, minutes))).Array[15, 40];
    int _scenario;
    int _entries;

    [Fact]
    public async Task What_was_shown_at_an_instant_is_what_was_known_then()
    {
        await Done(Catalogue.Import(Warehouse));
        await Wishes.SampleAsync(Check, iter: 12, threads: 1);
        Assert.True(_entries > 100, $"Of all that was wished, only {_entries} entries came about.");
    }

    async Task Check(Wish[] wishes)
    {
        _scenario++;
        var incident = (await Done(new DeclareIncident { Title = "Tables open" }, Stranger)).Number;
        var other = (await Done(new DeclareIncident { Title = "The same" }, Stranger)).Number;
        var shown = new Dictionary<DateTimeOffset, string>();
        foreach (var wish in wishes)
        {
            Clock.Advance(TimeSpan.FromMinutes(wish.Minutes));
            await Send(wish, incident, other);
            shown[Clock.GetUtcNow()] = await Shown(incident, null);
        }
        Clock.Advance(TimeSpan.FromDays(3));
        await Done(new SetMilestone { Incident = other, Milestone = Milestone.Detected, At = Now.AddDays(-9) }, Stranger);
        foreach (var (then, was) in shown) Assert.Equal(was, await Shown(incident, then));
        _entries += (await TimelineOf(incident)).Count;
        Clock.Advance(TimeSpan.FromDays(1));
    }

    /// <summary>Everything a reader is shown of the incident, now or as known at an instant, and a check that all of it rests on the same entry.</summary>
    Task<string> Shown(int number, DateTimeOffset? then) => Read(async (db, caller) =>
    {
        var incident = then is { } at ? (await IncidentHistory.At(db, number, at, default)).Value! : (await IncidentQueries.Find(db, number))!;
        var recorded = (await TimelineQueries.Page(db, caller, number, new() { AsKnownAt = then, Limit = 500, Payload = true }, default)).Value!;
        var happened = (await TimelineQueries.Page(db, caller, number, new() { AsKnownAt = then, Limit = 500, Order = TimelineOrder.Happened }, default)).Value!;
        Assert.Equal((incident.Position, incident.HeadHash), (recorded.Items[^1].Position, recorded.Items[^1].Hash));
        Assert.Equal(recorded.Items.Select(r => r.Position), happened.Items.Select(r => r.Position).Order());

        var reports = new List<Report>();
        foreach (var kind in Enum.GetValues<ReportKind>())
        {
            var report = (await ReportQueries.Build(db, Service<CatalogueLineage>(), caller, new() { Incident = number, Kind = kind, AsKnownAt = then, Privileged = true }, Clock.GetUtcNow())).Value!;
            Assert.Equal((incident.Position, incident.HeadHash, incident.Title), (report.Marks.Position, report.Marks.HeadHash, report.Title));
            reports.Add(report with { Marks = report.Marks with { PrintedAt = default } });
        }
        Assert.Equal(happened.Items.Select(r => r.Position), reports.SelectMany(r => r.Blocks).OfType<Block.Timeline>().MaxBy(b => b.Lines.Count)!.Lines.Select(l => l.Position));
        return string.Join('\n', Text(incident), Text(recorded), Text(happened), Text(reports),
            Text(await PauseQueries.Of(db, number, then)), Text(await StatementQueries.Of(db, number, then)), Text(await TaskQueries.Of(db, number, then)),
            Text(await LinkQueries.RollUp(db, number, RollUpBy.Disclosure, incident.Position)), Text(await LinkQueries.Linked(db, Service<CatalogueNames>(), number, new(), null, null, 500, incident.Position)));
    }, Stranger);

    static string Text<T>(T value) => System.Text.Json.JsonSerializer.Serialize(value, Json.Options);

    /// <summary>Refusals are part of life; only what was carried out is on the record.</summary>
    async Task Send(Wish wish, int on, int other)
    {
        var (choice, now, key) = (wish.Choice, Clock.GetUtcNow(), $"pause-{_scenario}-{wish.Choice % 2}");
        _ = wish.What switch
        {
            0 => (await Desk.Do(new PostUpdate { Incident = on, Text = $"Seen {choice}", Privileged = choice > 8, HappenedAt = now.AddMinutes(-choice * 20) }, Stranger)).Refusal,
            1 => (await Desk.Do(new CorrectEntry { Incident = on, Position = choice, Text = $"Rather {now:u}", HappenedAt = choice > 5 ? now.AddHours(-choice) : null, Reason = "So" }, Stranger)).Refusal,
            2 => (await Desk.Do(new CorrectEntry { Incident = on, Position = choice, HappenedAt = now.AddHours(-choice), Reason = "So" }, Stranger)).Refusal,
            3 => (await Desk.Do(new ChangeSeverity { Incident = on, Severity = (Severity)(choice % 6), Reason = "So" }, Stranger)).Refusal,
            4 => (await Desk.Do(new SetMilestone { Incident = on, Milestone = (Milestone)(choice % 4), At = now.AddHours(-choice) }, Stranger)).Refusal,
            5 => (await Desk.Do(new AssignRole { Incident = on, Role = (IncidentRole)(choice % 7), Person = choice > 6 ? Second.Person : Comms.Person }, Stranger)).Refusal,
            6 => (await Desk.Do(new ChangeStatus { Incident = on, Status = (IncidentStatus)(choice % 5), Reason = "So" }, Stranger)).Refusal,
            7 => (await Desk.Do(new SettleClosingItem { Incident = on, Item = (ClosingItem)(choice % 4), State = (Settlement)(choice % 3), Reason = "So" }, Stranger)).Refusal,
            8 => (await Desk.Do(new LinkAssets { Incident = on, Pattern = choice > 6 ? "*" : "*keys*", ExposedFrom = now.AddDays(-choice) }, Stranger)).Refusal,
            9 => (await Desk.Do(new SetExposure { Incident = on, Pattern = "*_a", Disclosure = (Disclosure)(choice % 5) }, Stranger)).Refusal,
            10 => (await Desk.Do(new UnlinkAssets { Incident = on, Pattern = choice > 6 ? "*_a" : "*screens", Reason = "So" }, Stranger)).Refusal,
            11 => (await Desk.Do(new ProposePause { Key = key, Incident = on, Target = "Capture", Scope = "All", Reason = "So", ReviewBy = now.AddHours(1 + choice) }, Stranger)).Refusal,
            12 => (await Desk.Do(new OrderPause { Key = key, HappenedAt = choice > 6 ? now.AddMinutes(-choice) : null }, Stranger)).Refusal,
            13 => choice > 6 ? (await Desk.Do(new ExtendPause { Key = key, ReviewBy = now.AddDays(choice), Reason = "So" }, Stranger)).Refusal : (await Desk.Do(new ApproveResume { Key = key, Reason = "So" }, Stranger)).Refusal,
            14 => (await Desk.Do(new ResumePause { Key = key }, Second)).Refusal,
            15 => (await Desk.Do(new DraftStatement { Incident = on, Audience = (Audience)(choice % 6) }, Stranger)).Refusal,
            16 => (await Desk.Do(new ReviseStatement { Incident = on, Statement = "S1", Text = $"We know {now:u}" }, Stranger)).Refusal,
            17 => (await Desk.Do(new PublishStatement { Incident = on, Statement = "S1", Version = 1 + (choice % 2), Channel = "Intranet", Text = "We know." }, Stranger)).Refusal,
            18 => (await Desk.Do(new AddTask { Incident = on, Title = $"Ask {choice}", DueAt = now.AddHours(choice) }, Stranger)).Refusal,
            19 => (await Desk.Do(new SettleTask { Incident = on, Task = "added-1", State = (TaskState)(choice % 3), Reason = "So" }, Stranger)).Refusal,
            _ => choice switch
            {
                < 4 => (await Desk.Do(new MergeIncident { Incident = on, Into = other }, Stranger)).Refusal,
                < 8 => (await Desk.Do(new UnmergeIncident { Incident = on }, Stranger)).Refusal,
                _ => (await Desk.Do(new EditIncident { Incident = on, Title = $"Tables open {choice}", Summary = "Since" }, Stranger)).Refusal,
            },
        };
    }
}
