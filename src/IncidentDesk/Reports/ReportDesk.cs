using IncidentDesk.Assets.Lineage;
using IncidentDesk.Assets.Reaching;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Overview;
using IncidentDesk.Record;
using IncidentDesk.Reviews;
using IncidentDesk.Reviews.Requiring;

namespace IncidentDesk.Reports;

/// <summary>Makes reports from the record, the lineage and the rules; what the caller may not read is not in them.</summary>
public sealed class ReportDesk(CatalogueLineage lineage, ReviewShelf rules, TimeProvider clock)
{
    /// <summary>Refused as not found where the caller sees no such incident, or it had not been declared by then.</summary>
    /// <param name="db">As the caller sees it.</param>
    /// <param name="caller">Who gets the report.</param>
    /// <param name="wanted">Which one.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<Outcome<Report>> Build(DeskDb db, Caller caller, ReportWanted wanted, CancellationToken ct = default)
    {
        var moment = wanted.Moment;
        var found = await db.Incident(wanted.Incident, ct);
        if (!found.Done) return found.Refusal;
        var then = await IncidentQueries.At(db, wanted.Incident, moment, ct);
        if (!then.Done) return then.Refusal;

        var record = new RecordReader(db, caller, then.Value, moment, wanted.Privileged && Privilege.MayRead(found.Value, caller));
        var facts = new ReportFacts
        {
            Incident = then.Value, At = moment.At, Zone = wanted.Zone, Withheld = await record.Withheld(ct),
            Mark = Handling.Mark(found.Value, then.Value, await record.ShowsPrivileged(ct)), Entries = [],
        };
        return wanted.Kind switch
        {
            ReportKind.Timeline => Written(TimelineReport.Of(facts with { Entries = await record.Everything(ct) })),
            _ => Written(SummaryReport.Of(
                await record.ForSummary(facts with { Reach = await Reach(then.Value), Reviews = await Reviews() }, ct))),
        };

        async Task<BlastRadius?> Reach(Incident about) => about.Tally.Total == 0 ? null
            : await (await Reached.From(db, lineage, about, ReachWanted.Usual, ct)).Count(db, moment.At, ct);

        Task<IReadOnlyList<SubjectSheet>> Reviews() => ReviewConcerns.OfIncident(db, rules, wanted.Incident, moment, ct);

        Report Written(IEnumerable<Block> blocks) => new(then.Value.Title, Marks(facts, wanted, caller), [.. blocks]);
    }

    ReportMarks Marks(ReportFacts facts, ReportWanted wanted, Caller caller) => new()
    {
        Kind = wanted.Kind.Spelled(), Subject = facts.Incident.Name, Classification = facts.Mark, AsKnownAt = facts.At.ToUniversalTime(),
        PrintedAt = clock.GetUtcNow(), PrintedBy = caller.Name, Zone = wanted.Zone,
        Position = facts.Incident.Position, HeadHash = facts.Incident.HeadHash,
    };
}
