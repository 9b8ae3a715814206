using IncidentDesk.Assets.Evidence;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Pauses;
using IncidentDesk.Record;
using IncidentDesk.Statements;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Reports;

/// <summary>Reads one incident's record up to where it stood at a moment.</summary>
internal sealed class RecordReader(DeskDb db, Caller caller, Incident incident, Moment moment, bool privileged)
{
    /// <summary>What of the log a board is shown; the timeline report has the rest.</summary>
    const int Latest = 5;

    readonly string _stream = Streams.Incident(incident.Number);

    /// <summary>Privileged entries that this report leaves out.</summary>
    public async Task<int> Withheld(CancellationToken ct) => privileged ? 0 : await Privileged(ct);

    public async Task<bool> ShowsPrivileged(CancellationToken ct) => privileged && await Privileged(ct) > 0;

    /// <summary>Every entry of then, in the order of happening.</summary>
    public async Task<IReadOnlyList<TimelineRow>> Everything(CancellationToken ct)
    {
        var all = new List<TimelineRow>();
        var filter = new TimelineFilter { Order = TimelineOrder.Happened, Limit = TimelineFilter.MostRows };
        do
        {
            var page = await Page(filter, ct);
            all.AddRange(page.Items.Where(Shown));
            filter = filter with { After = page.Next };
        } while (filter.After is not null);
        return all;
    }

    public async Task<ReportFacts> ForSummary(ReportFacts facts, CancellationToken ct) => facts with
    {
        Entries = await Telling(facts.Withheld, ct),
        Pauses = await PauseQueries.Of(db, incident.Number, moment, ct),
        Statements = await StatementQueries.Of(db, incident.Number, moment, ct),
        Extent = await Extent.At(db, incident, ct),
        Evidence = incident.Tally.Total == 0 ? null : await EvidenceQueries.Summary(db, incident, null, moment, ct),
        Playbook = await PlaybookName(ct),
    };

    /// <summary>The latest entries that say something to somebody who was not there.</summary>
    async Task<IReadOnlyList<TimelineRow>> Telling(int withheld, CancellationToken ct)
    {
        var page = await Page(new()
        {
            NewestFirst = true, Kinds = [.. EventNames.Telling, EventNames.Of<UpdatePosted>()],
            Limit = Math.Min(Latest + withheld, TimelineFilter.MostRows)
        }, ct);
        return [.. page.Items.Where(Shown).Take(Latest).OrderBy(row => row.HappenedAt).ThenBy(row => row.Position)];
    }

    async Task<string?> PlaybookName(CancellationToken ct)
    {
        var kind = EventNames.Of<TasksInstantiated>();
        var entry = await db.Entries.AsNoTracking().Where(e => e.Stream == _stream && e.Position <= incident.Position && e.Kind == kind)
            .OrderByDescending(e => e.Position).FirstOrDefaultAsync(ct);
        return entry is null ? null : ((TasksInstantiated)Recorded.From(entry).Event).Name;
    }

    async Task<TimelinePage> Page(TimelineFilter filter, CancellationToken ct)
    {
        var page = await TimelineQueries.Page(db, caller, incident.Number, filter, moment, ct);
        return page.Done ? page.Value : throw new InvalidOperationException($"{incident.Name} was there a moment ago: {page.Refusal.Why}");
    }

    /// <summary>An author may read an own privileged entry on the desk; a report is handed on, so it stays out of that too.</summary>
    bool Shown(TimelineRow row) => privileged || !row.Privileged;

    Task<int> Privileged(CancellationToken ct) =>
        db.Entries.CountAsync(e => e.Stream == _stream && e.Position <= incident.Position && e.Privileged, ct);
}
