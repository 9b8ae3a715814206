using System.Linq.Expressions;
using IncidentDesk.Statements.Events;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Statements;

internal sealed class StatementView : View<Statement>
{
    public static readonly StatementView It = new();

    protected override Expression<Func<Entry, bool>> Entries => e => Statement.Kinds.Contains(e.Kind);

    protected override object[]? KeyOf(Recorded what) =>
        what.Event is IAboutStatement about ? [what.Entry.Incident!.Value, about.Statement] : null;

    protected override object[] KeyOf(Statement row) => [row.Incident, row.Id];

    protected override string StreamOf(Statement row) => Streams.Incident(row.Incident);

    protected override Statement? Fold(Statement? was, Recorded what) => Statement.Apply(was, what);

    public override async Task Clear(DeskDb db, string stream, CancellationToken ct)
    {
        if (Streams.IncidentOf(stream) is { } number) await db.Statements.Where(s => s.Incident == number).ExecuteDeleteAsync(ct);
    }
}
