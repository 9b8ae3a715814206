using IncidentDesk.Assets;
using IncidentDesk.Assets.Lineage;
using IncidentDesk.Assets.Reaching;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Overview;
using IncidentDesk.Record;
using IncidentDesk.Reviews;
using IncidentDesk.Reviews.Requiring;

namespace IncidentDesk.Reports;

/// <summary>Makes reports from the record; what the caller may not read is not in them.</summary>
public static class ReportQueries
{
    /// <summary>Refused as not found where the caller sees no such incident, or it had not been declared by then.</summary>
    public static async Task<Outcome<Report>> Build(DeskDb db, CatalogueLineage lineage, Caller caller, ReportWanted wanted, DateTimeOffset now, ReviewShelf? rules = null, CancellationToken ct = default)
    {
        var moment = Instants.Past(wanted.AsKnownAt, now);
        if (!moment.Done) return moment.Refusal;
        var found = await db.Incident(wanted.Incident, ct);
        if (!found.Done) return found.Refusal;
        var then = await IncidentHistory.At(db, wanted.Incident, moment.Value, ct);
        if (!then.Done) return then.Refusal;

        var record = new RecordReader(db, caller, then.Value, moment.Value, wanted.Privileged && Privilege.MayRead(found.Value, caller));
        var known = new Known
        {
            Incident = then.Value, At = moment.Value, Zone = wanted.Zone, Withheld = await record.Withheld(ct),
            Mark = Handling.Mark(found.Value, then.Value, await record.ShowsPrivileged(ct)), Entries = [],
        };
        return wanted.Kind switch
        {
            ReportKind.Timeline => Written(TimelineReport.Of(known with { Entries = await record.Everything(ct) })),
            _ => Written(SummaryReport.Of(await record.ForSummary(known with { Reach = await Reach(then.Value), Reviews = await Reviews() }, ct))),
        };

        async Task<BlastRadius?> Reach(Incident incident) => incident.Tally.Total == 0 ? null
            : await new Reached(await lineage.Now(db, ct), await LinkQueries.LinkedIds(db, incident.Number, incident.Position, ct), ReachWanted.Usual) { Incident = incident.Number, Position = incident.Position }.Count(db, moment.Value, ct);

        async Task<IReadOnlyList<SubjectSheet>> Reviews() => rules is null ? [] : await ReviewConcerns.OfIncident(db, rules, wanted.Incident, now, moment.Value < now ? moment.Value : null, ct);

        Report Written(IEnumerable<Block> blocks) => new(then.Value.Title, Marks(known, wanted, caller, now), [.. blocks]);
    }

    static ReportMarks Marks(Known known, ReportWanted wanted, Caller caller, DateTimeOffset now) => new()
    {
        Kind = wanted.Kind.Name(), Subject = known.Incident.Name, Classification = known.Mark, AsKnownAt = known.At.ToUniversalTime(),
        PrintedAt = now, PrintedBy = caller.Name, Zone = wanted.Zone, Position = known.Incident.Position, HeadHash = known.Incident.HeadHash,
    };
}
