using System.Linq.Expressions;
using IncidentDesk.Due;
using IncidentDesk.Pauses.Events;
using IncidentDesk.Pauses.Rechecking;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses;

internal sealed class PauseView : View<Pause>
{
    public static readonly PauseView It = new();

    protected override Expression<Func<Entry, bool>> Entries => e => Pause.Kinds.Contains(e.Kind);

    protected override object[]? KeyOf(Recorded what) => what.Event is IAboutPause about ? [about.Key] : null;

    protected override object[] KeyOf(Pause row) => [row.Key];

    protected override string StreamOf(Pause row) => Streams.Pause(row.Key, row.Incident);

    protected override Pause? Fold(Pause? was, Recorded what) => Pause.Apply(was, what);

    protected override Task Written(DeskDb db, Recorded what, Pause now, CancellationToken ct) =>
        db.SetDue(what.Entry, RecheckFallsDue.Name, now.Key, now.ReminderDue, ct);

    public override Task Clear(DeskDb db, string stream, CancellationToken ct) => Streams.IncidentOf(stream) is { } number
        ? db.Pauses.Where(p => p.Incident == number).ExecuteDeleteAsync(ct)
        : db.Pauses.Where(p => p.Incident == null && stream == "pause/" + p.Key).ExecuteDeleteAsync(ct);
}
