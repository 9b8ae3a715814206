using IncidentDesk.Assets.Evidence;
using IncidentDesk.Assets.Evidence.Importing;
using IncidentDesk.Assets.Evidence.Recording;
using IncidentDesk.Assets.Importing.Files;
using IncidentDesk.Assets.Importing.Running;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Assigning;
using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Conditions;
using IncidentDesk.Pauses.Costing;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Resuming;
using IncidentDesk.Pauses.Sighting;

namespace IncidentDesk.Web.Demo;

/// <summary>
/// The founding case, told through the commands that everybody uses: 45,000 tables of what staff typed, said and saw, open to
/// the whole company.
/// </summary>
internal sealed partial class DemoStory(Desk desk, Importer importer, DemoClock clock, DemoCast cast)
{
    /// <summary>The story ends now and began this long ago.</summary>
    static readonly TimeSpan Length = TimeSpan.FromHours(26);
    const int Case = 1;
    const string Pause = "staff-capture";
    const string Everything = "hive://warehouse/mci_*";
    readonly DateTimeOffset _began = TimeProvider.System.GetUtcNow() - Length;

    public async Task Play()
    {
        await Before();
        await Declare();
        await Reach();
        await Stop();
        await LookWhetherItStopped();
        await Know();
        await Say();
        await Object();
        await Review();
        await TryToResume();
        await TryToClose();
        await Besides();
        clock.Release();
    }

    /// <summary>What a catalogue said of exports once, and nobody asked again.</summary>
    Task Before() => Import(-97 * 24 * 60, "partner exports imported, for the last time", DemoLineage.Old(), "partner-exports.csv");

    async Task Declare()
    {
        await Do(0, cast.Commander, "declared as SEV2", new DeclareIncident
        {
            Title = "About 45,000 Hive tables of the staff capture programme were readable across the company",
            Severity = Severity.Sev2,
            Summary = "Keystrokes, screen content, prompts and private conversations of staff, "
                + "collected to train a model, could be read by every employee with warehouse access. "
                + "The access group of 90 databases was set to *all-employees* instead of *mci-training*.",
            DetectedAt = At(-35),
        });
        foreach (var (role, who) in new[]
        {
            (IncidentRole.Commander, cast.Commander), (IncidentRole.Deputy, cast.TechLead),
            (IncidentRole.Scribe, cast.Scribe), (IncidentRole.Privacy, cast.Privacy), (IncidentRole.Comms, cast.Comms),
            (IncidentRole.Legal, cast.Legal), (IncidentRole.Executive, cast.Executive)
        })
            await Do(2, cast.Commander, $"{role.ToString().ToLowerInvariant()} assigned",
                new AssignRole { Incident = Case, Role = role, Person = who.Person });
        await Do(3, cast.Commander, "investigating", new ChangeStatus { Incident = Case, Status = IncidentStatus.Investigating });
    }

    async Task Reach()
    {
        await Import(7, "catalogue imported", DemoCatalogue.Csv(), "warehouse-catalogue.csv");
        await Import(8, "lineage imported", DemoLineage.Csv(), "warehouse-lineage.csv");
        await Do(9, cast.TechLead, "45,000 tables linked in one entry",
            new LinkAssets { Incident = Case, Pattern = Everything, ExposedFrom = At(-17 * 24 * 60) });
        await Do(10, cast.TechLead, "start of the exposure set", new SetMilestone
        {
            Incident = Case, Milestone = Milestone.Started, At = At(-17 * 24 * 60),
            Reason = "First deployment of the access template, from its change log."
        });
    }

    async Task Stop()
    {
        await Do(12, cast.TechLead, "pause proposed", new ProposePause
        {
            Key = Pause, Target = "Staff capture programme",
            Scope = "All collection of keystrokes, screens, prompts and conversations, and every training run that reads mci_*",
            Mode = PauseMode.Drain, Incident = Case,
            Reason = "It is not known yet who read what; collecting more widens the harm.", ReviewBy = At((26 * 60) + (22 * 60)),
            Targets = [new(PauseTargetKind.Program, "staff-capture"),
                new(PauseTargetKind.Pipeline, "mci-training-*"), new(PauseTargetKind.Asset, Everything)],
            Conditions = ["Access rules tested again by a person who did not set them",
                "The people-data review is shown and its conditions are met",
                "Staff can opt out on the same terms as executives"],
        });
        await Do(14, cast.Executive, "pause ordered",
            new OrderPause { Key = Pause, Decider = "Head of the programme", Authority = "Chief Technology Officer" });
        await Do(31, cast.TechLead, "access rules fixed", new PostUpdate
        {
            Incident = Case, Text = "Group **all-employees** removed from all 90 databases; `mci-training` (212 people) "
                + "is the only reader now. Checked by reading the grants back from the metastore."
        });
        await Do(33, cast.Commander, "contained", new ChangeStatus { Incident = Case, Status = IncidentStatus.Contained });
        await Do(33, cast.TechLead, "end of the exposure set", new SetExposure { Incident = Case, All = true, ExposedTo = At(31) });
        await Do(33, cast.TechLead, "every table set to contained", new SetContainment
        {
            Incident = Case, All = true, State = Containment.Contained,
            Evidence = "Change 88121: all-employees removed from 90 databases."
        });
        await Do(34, cast.Commander, "and verified", new SetContainment
        {
            Incident = Case, All = true, State = Containment.Verified,
            Evidence = "Grants read back from the metastore at 90 of 90 databases."
        });
        await Do(34, cast.TechLead, "containment settled", new SettleClosingItem
        {
            Incident = Case, Item = ClosingItem.Containment, State = Settlement.Done,
            Reason = "Grants read back from the metastore at 90 of 90 databases."
        });
    }

    /// <summary>A pause is believed when somebody has looked: one training run was forgotten.</summary>
    async Task LookWhetherItStopped()
    {
        await Do(40, cast.TechLead, "what must be silent is named",
            new NameHeartbeats { Key = Pause, Sources = ["mci-collector", "mci-training"] });
        await Do(52, cast.Scribe, "paused but seen running", new ReportSighting
        {
            Key = Pause, Source = "mci-training", Where = "Training cluster eu-1",
            Details = "A run that began before the order read mci_12 again."
        });
        await Do(64, cast.TechLead, "the pause is verified", new VerifyPause
        {
            Key = Pause, Text = "The run was ended; no collector and no training run has been active since.",
            LookedAt = "Schedulers of both clusters, and the last writes of 90 databases",
            Evidence = "Ticket OPS-2291, with the exports of both schedulers"
        });
        await Do(66, cast.Commander, "what the pause costs", new StateCost
        {
            Key = Pause, Text = "Training of the next model waits", Figure = 40_000,
            Unit = "EUR", Per = "a day", Certainty = Certainty.Estimate
        });
    }

    /// <summary>Leadership would like to go on; the desk says what is open.</summary>
    async Task TryToResume()
    {
        await Do(20 * 60, cast.Scribe, "one condition is met", new SettleCondition
        {
            Key = Pause, Condition = 1,
            Evidence = "Priya Raman read all grants back and tried 40 tables as an employee outside the programme: refused."
        });
        clock.Set(At((20 * 60) + 30));
        var refused = await desk.Do(new ApproveResume { Key = Pause, Reason = "The access rules are fixed." }, cast.Executive);
        await Console.Out.WriteLineAsync($"  {"resuming is refused:",-12} {refused.Refusal!.Why}");
    }

    async Task Know()
    {
        await Do(70, cast.TechLead, "log coverage recorded", new PostUpdate
        {
            Incident = Case, Text = "Access logs exist for 61 of 90 databases and reach back 14 days of the 17. "
                + "For 29 databases there is no log at all.\n\n**Every access has yet to be tracked down.**"
        });
        await Prove();
        await Do(75, cast.Privacy, "what cannot be assessed is marked so",
            new SetExposure { Incident = Case, Pattern = "hive://warehouse/mci_7*", Disclosure = Disclosure.CannotBeAssessed });
        await Do(90, cast.Scribe, "wrong figure written", new PostUpdate
        {
            Incident = Case,
            Text = "121 people outside the programme appear in the logs so far; the owner of each query is being asked."
        });
        await Do(104, cast.Scribe, "and corrected", new CorrectEntry
        {
            Incident = Case, Position = await Last(),
            Text = "112 people outside the programme appear in the logs so far; the owner of each query is being asked.",
            Reason = "Digits were swapped when the number was read over the phone."
        });
        await Do(130, cast.Legal, "privileged note", new PostUpdate
        {
            Incident = Case, Privileged = true,
            Text = "Advice on the duty to notify, to be read by counsel and the deciding roles only."
        });
    }

    async Task Prove()
    {
        var (opened, closed, logged) = (At(-17 * 24 * 60), At(31), At(31 - (14 * 24 * 60)));
        await Do(71, cast.TechLead, "who could read", new RecordReaders
        {
            Incident = Case, All = true, Group = "all-employees", People = 8_400, PeopleAre = Certainty.Estimate,
            From = opened, To = closed, Source = "Grants in the metastore's own change log"
        });
        var logs = await EvidenceCsv.Read(EvidenceKind.Coverage, DemoEvidence.Coverage(logged, closed), "audit-log-coverage.csv");
        await Do(72, cast.TechLead, "what the logs cover, 45,000 rows in one entry",
            new ImportEvidence { Incident = Case, File = logs.Value! });
        var found = await EvidenceCsv.Read(EvidenceKind.Accesses, DemoEvidence.Accesses(logged, closed), "audit-log-search.csv");
        await Do(74, cast.TechLead, "what the search found", new ImportEvidence { Incident = Case, File = found.Value! });
        await Do(74, cast.Scribe, "a disclosure set that the evidence does not support",
            new SetExposure { Incident = Case, Pattern = "hive://warehouse/mci_0*", Disclosure = Disclosure.NotEvidenceAtHand });
    }

    async Task Import(int minute, string what, Stream csv, string name)
    {
        await using var content = csv;
        var file = await SpooledFile.Take(content, name);
        await Done(minute, what, async () => (await importer.Import(file.Value!, new() { Format = "csv" }, cast.TechLead)).Refusal);
    }

    Task Do<T>(int minute, Actor by, string what, ICommand<T> command) =>
        Done(minute, what, async () => (await desk.Do(command, by)).Refusal);

    async Task Done(int minute, string what, Func<Task<Refusal?>> step)
    {
        clock.Set(At(minute));
        if (await step() is { } refusal) throw new InvalidOperationException($"The demo stopped at '{what}': {refusal.Why}");
        await Console.Out.WriteLineAsync($"  {(minute < 0 ? $"{minute / 1440} d" : $"+{minute / 60:00}:{minute % 60:00}"),6}  {what}");
    }

    DateTimeOffset At(int minute) => _began.AddMinutes(minute);

    Task<int> Last() => desk.Read(cast.Commander, async (db, _) => (await db.Incidents.FindAsync(Case))!.Position);
}
