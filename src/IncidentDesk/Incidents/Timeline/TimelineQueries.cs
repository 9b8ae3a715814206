using System.Text.Json;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Timeline;

/// <summary>Reading an incident's timeline page by page; what the caller may not read is not there.</summary>
public static class TimelineQueries
{
    /// <param name="db">As the caller sees it.</param>
    /// <param name="caller">Who reads; some entries are not for everybody.</param>
    /// <param name="number">Of the incident.</param>
    /// <param name="filter">Which entries.</param>
    /// <param name="moment">Only what had been recorded by then, with the corrections of then.</param>
    /// <param name="ct">Ends the waiting.</param>
    public static async Task<Outcome<TimelinePage>> Page(
        DeskDb db, Caller caller, int number, TimelineFilter filter, Moment moment, CancellationToken ct = default)
    {
        var start = filter.Start();
        if (!start.Done) return start.Refusal;
        var incident = await db.Incident(number, ct);
        if (!incident.Done) return incident.Refusal;
        var stream = Streams.Incident(number);
        var until = await db.Until(stream, moment, ct);
        if (until == 0) return IncidentFile.Missing(number, moment);

        var scan = new TimelineScan(db, stream, number, until, Privilege.Readable(incident.Value, caller), filter);
        return await Fill(scan, start.Value, filter, ct);
    }

    /// <summary>Reads one row more than wanted, to know whether there is a next page; more only when a text is looked for.</summary>
    static async Task<TimelinePage> Fill(TimelineScan scan, Cursor from, TimelineFilter filter, CancellationToken ct)
    {
        var rows = new List<TimelineRow>();
        var step = filter.Text is null ? filter.Limit + 1 : TimelineFilter.MostRows;
        for (var at = from; rows.Count <= filter.Limit;)
        {
            var entries = await scan.Next(at, step, ct);
            var corrections = await scan.CorrectionsOf(entries, ct);
            var read = entries.ConvertAll(e => Row(e, corrections[e.Position], filter));
            rows.AddRange(read.Where(r => Holds(r, filter.Text)));
            if (entries.Count < step) break;
            at = new(read[^1].Position, read[^1].HappenedAt);
        }
        if (rows.Count <= filter.Limit) return new(rows, null);
        var last = rows[filter.Limit - 1];
        return new(rows[..filter.Limit], new Cursor(last.Position, last.HappenedAt).Write(filter.Order));
    }

    static bool Holds(TimelineRow row, string? text) => text is null || row.Text.Contains(text, StringComparison.OrdinalIgnoreCase);

    static TimelineRow Row(Entry entry, IEnumerable<Recorded> corrections, TimelineFilter filter)
    {
        var what = Recorded.From(entry).Event;
        var own = new BeforeCorrection(what.Sentence(), entry.HappenedAt);
        var latest = corrections.OrderByDescending(c => c.Position).ToList();
        var says = latest.ConvertAll(c => (EntryCorrected)c.Event);
        return new()
        {
            Position = entry.Position, Kind = entry.Kind,
            HappenedAt = says.Find(c => c.HappenedAt is not null)?.HappenedAt ?? own.HappenedAt, RecordedAt = entry.RecordedAt,
            By = entry.RecordedByName, Via = entry.Via, Text = says.Find(c => c.Text is not null)?.Text ?? own.Text,
            Written = what is IWritten, Privileged = entry.Privileged,
            Supersedes = entry.Supersedes, CorrectedBy = latest.FirstOrDefault()?.Position, RedactedBy = entry.RedactedBy,
            Before = latest.Count == 0 ? null : own, Hash = Convert.ToHexStringLower(entry.Hash),
            Payload = filter.Payload ? JsonElement.Parse(entry.Payload) : null,
        };
    }
}
