using System.Reflection;
using IncidentDesk.Incidents;
using IncidentDesk.Overview.Board;
using IncidentDesk.Pauses;
using IncidentDesk.People;
using IncidentDesk.Record;
using IncidentDesk.Reviews;
using IncidentDesk.Reviews.Requiring;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Overview.Status;

/// <summary>The one screen for leadership.</summary>
public static class StatusViewQueries
{
    static readonly TimeSpan Lately = TimeSpan.FromHours(24);

    /// <param name="db">As the caller sees it.</param>
    /// <param name="rules">What requires reviews: those of today, whatever moment is asked for.</param>
    /// <param name="moment">Of which time.</param>
    /// <param name="ct">Ends the waiting.</param>
    public static async Task<StatusView> At(DeskDb db, ReviewShelf rules, Moment moment, CancellationToken ct = default)
    {
        var incidents = await IncidentView.It.At(db, moment, _ => true, ct);
        var open = await BoardQueries.InOrder(incidents.Where(i => i.Status != IncidentStatus.Closed && i.MergedInto == null)).Read(ct);
        var inForce = await PauseQueries.InForce(db, moment, ct);
        var closed = await PeopleQueries.Closed(db, moment, ct);
        var rows = BoardQueries.Rows(open.AsQueryable(), inForce.AsQueryable(), closed, moment.At).ToList();
        return new(
            moment.At, [.. rows.GroupBy(row => row.Severity).Select(level => new OpenAt(level.Key, [.. level]))], inForce,
            Overdue.Of(inForce, [.. open.Select(i => i.WithClosed(closed))], moment.At),
            await Changed(db, incidents, moment, ct), Contradictions(open))
        {
            Reviews = ReviewsInShort.Of(await ReviewQueries.Register(db, rules, moment, ct)),
        };
    }

    static async Task<IReadOnlyList<Changes>> Changed(DeskDb db, IQueryable<Incident> incidents, Moment moment, CancellationToken ct)
    {
        var since = moment.At - Lately;
        var telling = EventNames.Telling;
        var entries = await db.Entries.AsNoTracking()
            .Where(e => e.RecordedAt > since && e.RecordedAt <= moment.At && !e.Privileged && telling.Contains(e.Kind))
            .OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Position).ToListAsync(ct);
        var numbers = entries.Select(e => e.Incident).OfType<int>().Distinct().ToList();
        var named = await incidents.Where(i => numbers.Contains(i.Number)).Select(i => new { i.Number, i.Title }).Read(ct);
        var titles = named.ToDictionary(i => i.Number, i => i.Title);
        // The groups come in the order of their newest entry.
        return [.. entries.GroupBy(e => e.Stream).Select(stream => Group(stream.First(), titles, stream))];
    }

    static Changes Group(Entry newest, Dictionary<int, string> titles, IEnumerable<Entry> entries) => new(
        newest.Incident, newest.Incident is { } number ? titles[number]
            : Streams.SubjectOf(newest.Stream) is { } subject ? $"Reviews of {subject}"
            : newest.Stream.Split('/', 2)[1],
        [.. entries.Select(
            e => new ChangeLine(e.Position, e.HappenedAt, e.RecordedAt, e.RecordedByName, Recorded.From(e).Event.Sentence()))]);

    static IReadOnlyList<Contradicting> Contradictions(IEnumerable<Incident> open) =>
        [.. open.Where(i => i.Contradictions.Count > 0).Select(i => new Contradicting(i.Number, i.Title, i.Contradictions))];
}
