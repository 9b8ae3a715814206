using System.Linq.Expressions;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Incidents;

internal sealed class IncidentView : View<Incident>
{
    public static readonly IncidentView It = new();

    protected override Expression<Func<Entry, bool>> Entries => e => e.Incident != null;

    protected override object[]? KeyOf(Recorded what) => what.Entry.Incident is { } number ? [number] : null;

    protected override object[] KeyOf(Incident row) => [row.Number];

    protected override string StreamOf(Incident row) => Streams.Incident(row.Number);

    protected override Incident? Fold(Incident? was, Recorded what) => Incident.Apply(was, what);

    /// <summary>Every entry changes its incident, so the row knows.</summary>
    protected override Task<IReadOnlySet<string>> ChangedSince(
        DeskDb db, IReadOnlyList<Incident> rows, DateTimeOffset then, CancellationToken ct) =>
        Task.FromResult<IReadOnlySet<string>>(rows.Where(i => i.ChangedAt > then).Select(StreamOf).ToHashSet());

    public override async Task Apply(DeskDb db, Recorded what, CancellationToken ct)
    {
        if (what.Entry.Incident is not { } number) return;
        var was = what.Position == 1 ? null : await db.Incidents.FindAsync([number], ct);
        var now = Fold(was, what);
        await Participations(db, number, was, now, ct);
        if (was is null) await db.Insert(now!, ct);
        else db.Entry(was).CurrentValues.SetValues(now!);
    }

    public override async Task Clear(DeskDb db, string stream, CancellationToken ct)
    {
        if (Streams.IncidentOf(stream) is not { } number) return;
        await db.Participations.Where(p => p.Incident == number).ExecuteDeleteAsync(ct);
        await db.Incidents.Where(i => i.Number == number).ExecuteDeleteAsync(ct);
    }

    static async Task Participations(DeskDb db, int number, Incident? was, Incident? now, CancellationToken ct)
    {
        if (was is not null && now is not null && was.Participants.Equals(now.Participants)) return;
        var (before, after) = (Ids(was), Ids(now));
        foreach (var left in before.Except(after))
            await db.Participations.Where(p => p.Person == left && p.Incident == number).ExecuteDeleteAsync(ct);
        foreach (var joined in after.Except(before)) await db.Insert(new Participation(number, joined), ct);
    }

    static IEnumerable<Guid> Ids(Incident? incident) => incident is null ? [] : incident.Participants.Select(p => p.Person);
}
