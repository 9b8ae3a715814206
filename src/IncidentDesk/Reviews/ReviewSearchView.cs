using System.Globalization;
using System.Linq.Expressions;
using IncidentDesk.Reviews.Events;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Reviews;

internal sealed class ReviewSearchView : View<ReviewSearch>
{
    static readonly string[] Kinds = [.. EventNames.All.Where(k => EventNames.TypeOf(k).IsAssignableTo(typeof(IAboutSearch)))];

    public static readonly ReviewSearchView It = new();

    protected override Expression<Func<Entry, bool>> Entries => e => Kinds.Contains(e.Kind);

    /// <summary>Named by its position, a search of an imported incident is found under the number the incident has here.</summary>
    protected override object[]? KeyOf(Recorded what) => what.Event switch
    {
        ReviewSearched e => [e.Subject, IdOf(what.Entry.Incident, what.Position)],
        ReviewSearchedInIncident e => [e.Subject, IdOf(what.Entry.Incident, what.Position)],
        SearchWithdrawn e => [e.Subject, IdOf(what.Entry.Incident, e.Search)],
        SearchInIncidentWithdrawn e => [e.Subject, IdOf(what.Entry.Incident, e.Search)],
        _ => null,
    };

    protected override object[] KeyOf(ReviewSearch row) => [row.Subject, row.Id];

    protected override string StreamOf(ReviewSearch row) =>
        row.Incident is { } number ? Streams.Incident(number) : Streams.Reviews(row.Subject);

    protected override ReviewSearch? Fold(ReviewSearch? was, Recorded what) => what.Event switch
    {
        ReviewSearched e => Found(what, e.Subject, (e.Kind, e.KindName), e.Searched, e.LookedBy),
        ReviewSearchedInIncident e => Found(what, e.Subject, (e.Kind, e.KindName), e.Searched, e.LookedBy),
        SearchWithdrawn e => Withdrawn(was, e.Reason, what),
        SearchInIncidentWithdrawn e => Withdrawn(was, e.Reason, what),
        _ => was,
    };

    public override async Task Clear(DeskDb db, string stream, CancellationToken ct)
    {
        if (Streams.IncidentOf(stream) is { } number) await db.ReviewSearches.Where(s => s.Incident == number).ExecuteDeleteAsync(ct);
        if (Streams.SubjectOf(stream) is { } subject)
            await db.ReviewSearches.Where(s => s.Subject == subject && s.Incident == null).ExecuteDeleteAsync(ct);
    }

    /// <summary>What tells one search from another: its entry.</summary>
    internal static string IdOf(int? incident, int position) =>
        incident is { } number ? string.Create(CultureInfo.InvariantCulture, $"inc-{number}-{position}")
            : position.ToString(CultureInfo.InvariantCulture);

    static ReviewSearch Found(Recorded what, string subject, (string Id, string Name) kind, string searched, string by) => new()
    {
        Subject = subject, Id = IdOf(what.Entry.Incident, what.Position),
        Incident = what.Entry.Incident, Kind = kind.Id, KindName = kind.Name,
        Searched = searched, LookedBy = by, LookedAt = what.At, RecordedAt = what.Entry.RecordedAt,
    };

    static ReviewSearch? Withdrawn(ReviewSearch? was, string reason, Recorded what) =>
        was is null ? null : was with { WithdrawnAt = what.Entry.RecordedAt, WithdrawnReason = reason };
}
