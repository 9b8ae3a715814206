using System.Reflection;
using IncidentDesk.Incidents;
using IncidentDesk.Overview.Board;
using IncidentDesk.Pauses;
using IncidentDesk.Record;
using IncidentDesk.Reviews;
using IncidentDesk.Reviews.Requiring;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Overview.Status;

/// <summary>The one screen for leadership.</summary>
public static class StatusViewQueries
{
    static readonly TimeSpan Lately = TimeSpan.FromHours(24);

    public static async Task<StatusView> Now(DeskDb db, DateTimeOffset now, ReviewShelf? rules = null, CancellationToken ct = default) => new(
        now, await Open(db, now, ct), await PauseQueries.InForce(db, ct), await Overdue.List(db, now, ct), await Changed(db, now, ct), await Contradictions(db, ct))
    {
        Reviews = rules is null ? null : ReviewsInShort.Of(await ReviewQueries.Register(db, rules, now, null, ct)),
    };

    static async Task<IReadOnlyList<OpenAt>> Open(DeskDb db, DateTimeOffset now, CancellationToken ct) =>
        [.. (await BoardQueries.Open(db, now, ct)).GroupBy(row => row.Severity).Select(level => new OpenAt(level.Key, [.. level]))];

    internal static async Task<IReadOnlyList<Changes>> Changed(DeskDb db, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - Lately;
        var telling = TellingKinds();
        var entries = await db.Entries.AsNoTracking()
            .Where(e => e.RecordedAt > since && e.RecordedAt <= now && !e.Privileged && telling.Contains(e.Kind))
            .OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Position).ToListAsync(ct);
        var numbers = entries.Select(e => e.Incident).OfType<int>().Distinct().ToList();
        var titles = await db.Incidents.Where(i => numbers.Contains(i.Number)).ToDictionaryAsync(i => i.Number, i => i.Title, ct);
        // The groups come in the order of their newest entry.
        return [.. entries.GroupBy(e => e.Stream).Select(stream => Group(stream.First(), titles, stream))];
    }

    static Changes Group(Entry newest, Dictionary<int, string> titles, IEnumerable<Entry> entries) => new(
        newest.Incident, newest.Incident is { } number ? titles[number] : Streams.SubjectOf(newest.Stream) is { } subject ? $"Reviews of {subject}" : newest.Stream.Split('/', 2)[1],
        [.. entries.Select(e => new ChangeLine(e.Position, e.HappenedAt, e.RecordedAt, e.RecordedByName, Recorded.From(e).Event.Sentence()))]);

    static async Task<IReadOnlyList<Contradicting>> Contradictions(DeskDb db, CancellationToken ct)
    {
        var open = await db.Incidents.AsNoTracking().Where(i => i.Status != IncidentStatus.Closed && i.MergedInto == null)
            .OrderBy(i => i.Severity).ThenByDescending(i => i.Number).ToListAsync(ct);
        return Contradicting(open);
    }

    internal static IReadOnlyList<Contradicting> Contradicting(IEnumerable<Incident> open) =>
        [.. open.Where(i => i.Contradictions.Count > 0).Select(i => new Contradicting(i.Number, i.Title, i.Contradictions))];

    static string[] TellingKinds() => [.. EventNames.All.Where(kind => EventNames.TypeOf(kind).IsDefined(typeof(TellingAttribute)))];
}
