using System.Text;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Pauses;
using IncidentDesk.Record;
using IncidentDesk.Reviews;
using IncidentDesk.Reviews.Requiring;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Overview;

/// <summary>Which subjects of the register an incident, a pause or an asset is about.</summary>
public static class ReviewConcerns
{
    /// <summary>What its pauses reach, what linked assets belong to, and what somebody searched for in it.</summary>
    public static async Task<IReadOnlyList<SubjectSheet>> OfIncident(
        DeskDb db, ReviewShelf shelf, int incident, Moment moment, CancellationToken ct = default)
    {
        var register = await ReviewQueries.Register(db, shelf, moment, ct);
        if (register.Count == 0) return [];
        var pauses = await PauseQueries.Of(db, incident, moment, ct);
        var linked = new Lazy<Task<List<string>>>(() => Linked(db, incident, moment, ct));
        var about = new List<SubjectSheet>();
        foreach (var sheet in register)
            if (pauses.Any(p => p.Reaches(sheet.Subject)) || sheet.Searches.Any(s => s.Incident == incident)
                || (!sheet.Subject.Assets.IsEmpty && sheet.Subject.Assets.Any(Among(await linked.Value)))) about.Add(sheet);
        return about;
    }

    /// <summary>What a pause reaches.</summary>
    public static async Task<IReadOnlyList<SubjectSheet>> OfPause(
        DeskDb db, ReviewShelf shelf, Pause pause, Moment moment, CancellationToken ct = default) =>
        [.. (await ReviewQueries.Register(db, shelf, moment, ct)).Where(s => pause.Reaches(s.Subject))];

    /// <summary>Pauses that are not over and reach the subject, as far as the reader may see them.</summary>
    public static async Task<IReadOnlyList<Pause>> PausesOf(DeskDb db, ReviewSubject subject, Moment moment, CancellationToken ct = default)
    {
        var pauses = await PauseView.It.At(db, moment, _ => true, ct);
        var going = await pauses.Where(p => p.State != PauseState.Resumed && p.State != PauseState.Withdrawn).Read(ct);
        return [.. going.Where(p => p.Reaches(subject)).OrderBy(p => p.Key, StringComparer.Ordinal)];
    }

    /// <summary>The keys of what is linked, in ordinal order: read once, however many programs there are.</summary>
    static async Task<List<string>> Linked(DeskDb db, int incident, Moment moment, CancellationToken ct)
    {
        var position = await db.Until(Streams.Incident(incident), moment, ct);
        var keys = await db.AssetLinks.Where(
            l => l.Incident == incident && l.FromPosition <= position && (l.ToPosition == null || l.ToPosition > position))
            .Join(db.Assets, l => l.AssetId, a => a.Id, (_, a) => a.Key).ToListAsync(ct);
        keys.Sort(StringComparer.Ordinal);
        return keys;
    }

    /// <summary>Whether a pattern matches one of these; it looks at those alone that begin as the pattern does.</summary>
    static Func<string, bool> Among(List<string> keys) => pattern =>
    {
        var begins = pattern[..(pattern.AsSpan().IndexOfAny('*', '?') is >= 0 and var wild ? wild : pattern.Length)];
        var matches = NamePattern.Spelled(pattern);
        var first = keys.BinarySearch(begins, StringComparer.Ordinal);
        for (var i = first < 0 ? ~first : first; i < keys.Count && keys[i].StartsWith(begins, StringComparison.Ordinal); i++)
            if (matches.Matches(Encoding.UTF8.GetBytes(keys[i]))) return true;
        return false;
    };
}
