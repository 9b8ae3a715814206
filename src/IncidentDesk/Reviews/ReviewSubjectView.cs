using System.Linq.Expressions;
using IncidentDesk.Reviews.Events;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Reviews;

internal sealed class ReviewSubjectView : View<ReviewSubject>
{
    static readonly string[] Kinds = [.. EventNames.All.Where(k => EventNames.TypeOf(k).IsAssignableTo(typeof(IAboutSubject)))];

    public static readonly ReviewSubjectView It = new();

    protected override Expression<Func<Entry, bool>> Entries => e => Kinds.Contains(e.Kind);

    protected override object[]? KeyOf(Recorded what) => what.Event is IAboutSubject about ? [about.Subject] : null;

    protected override object[] KeyOf(ReviewSubject row) => [row.Key];

    protected override string StreamOf(ReviewSubject row) => Streams.Reviews(row.Key);

    protected override ReviewSubject? Fold(ReviewSubject? was, Recorded what) => ReviewSubject.Apply(was, what);

    public override async Task Clear(DeskDb db, string stream, CancellationToken ct)
    {
        if (Streams.SubjectOf(stream) is { } subject) await db.ReviewSubjects.Where(s => s.Key == subject).ExecuteDeleteAsync(ct);
    }
}
