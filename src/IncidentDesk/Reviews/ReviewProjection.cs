using System.Globalization;
using IncidentDesk.Record;
using IncidentDesk.Reviews.Events;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Reviews;

internal sealed class ReviewProjection : IProjection
{
    public async Task Apply(DeskDb db, Recorded what, CancellationToken ct)
    {
        if (what.Event is IAboutSearch search) await Searched(db, search, what, ct);
        if (what.Event is not IAboutSubject about) return;
        var was = await db.ReviewSubjects.FindAsync([about.Subject], ct);
        var now = ReviewSubject.Apply(was, what);
        if (was is null) db.ReviewSubjects.Add(now!);
        else db.Entry(was).CurrentValues.SetValues(now!);
    }

    public async Task Clear(DeskDb db, string stream, CancellationToken ct)
    {
        if (Streams.IncidentOf(stream) is { } number) await db.ReviewSearches.Where(s => s.Incident == number).ExecuteDeleteAsync(ct);
        if (Streams.SubjectOf(stream) is not { } subject) return;
        await db.ReviewSubjects.Where(s => s.Key == subject).ExecuteDeleteAsync(ct);
        await db.ReviewSearches.Where(s => s.Subject == subject && s.Incident == null).ExecuteDeleteAsync(ct);
    }

    /// <summary>What tells one search from another: its entry.</summary>
    internal static string IdOf(int? incident, int position) =>
        incident is { } number ? string.Create(CultureInfo.InvariantCulture, $"inc-{number}-{position}") : position.ToString(CultureInfo.InvariantCulture);

    static async Task Searched(DeskDb db, IAboutSearch about, Recorded what, CancellationToken ct)
    {
        switch (about)
        {
            case ReviewSearched e: db.ReviewSearches.Add(Row(what, e.Subject, (e.Kind, e.KindName), e.Searched, e.LookedBy)); break;
            case ReviewSearchedInIncident e: db.ReviewSearches.Add(Row(what, e.Subject, (e.Kind, e.KindName), e.Searched, e.LookedBy)); break;
            case SearchWithdrawn e: await Withdraw(db, e.Subject, e.Search, e.Reason, what, ct); break;
            case SearchInIncidentWithdrawn e: await Withdraw(db, e.Subject, e.Search, e.Reason, what, ct); break;
        }
    }

    static ReviewSearch Row(Recorded what, string subject, (string Id, string Name) kind, string searched, string by) => new()
    {
        Subject = subject, Id = IdOf(what.Entry.Incident, what.Position), Incident = what.Entry.Incident, Kind = kind.Id, KindName = kind.Name,
        Searched = searched, LookedBy = by, LookedAt = what.At, RecordedAt = what.Entry.RecordedAt,
    };

    /// <summary>Named by its position, a search of an imported incident is found under the number the incident has here.</summary>
    static async Task Withdraw(DeskDb db, string subject, int search, string reason, Recorded what, CancellationToken ct)
    {
        if (await db.ReviewSearches.FindAsync([subject, IdOf(what.Entry.Incident, search)], ct) is { } was)
            db.Entry(was).CurrentValues.SetValues(was with { WithdrawnAt = what.Entry.RecordedAt, WithdrawnReason = reason });
    }
}
