using IncidentDesk.Assets.Evidence.Events;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Evidence;

/// <summary>Pieces of evidence as rows; 45,000 assets of which the same is said are one row.</summary>
internal sealed class EvidenceProjection : IProjection
{
    public async Task Apply(DeskDb db, Recorded what, CancellationToken ct)
    {
        if (what is { Event: IRecordsEvidence e, Entry.Incident: { } incident })
        {
            if (e.Replaces is { } replaced) await Withdraw(db, incident, replaced, what.Position, ct);
            await Record(db, incident, e, what, ct);
        }
        else if (what is { Event: EvidenceWithdrawn w, Entry.Incident: { } number }) await Withdraw(db, number, w.Of, what.Position, ct);
    }

    public Task Clear(DeskDb db, string stream, CancellationToken ct) => Streams.IncidentOf(stream) is { } number
        ? db.Evidence.Where(p => p.Incident == number).ExecuteDeleteAsync(ct)
        : Task.CompletedTask;

    static async Task Record(DeskDb db, int incident, IRecordsEvidence e, Recorded what, CancellationToken ct)
    {
        var bytes = await db.Attachments.AsNoTracking().Where(a => a.Hash == e.Attachment).Select(a => a.Bytes).SingleAsync(ct);
        var said = e.Lines(bytes).ToList();
        var ids = await Ids(db, [.. said.Select(s => s.Line.Key).Distinct(StringComparer.Ordinal)], ct);
        foreach (var part in said.GroupBy(s => s.Part))
        {
            var lines = part.Select(s => new EvidenceLine(ids[s.Line.Key], s.Line.From, s.Line.To, s.Line.Figure)).ToList();
            db.Evidence.Add(new()
            {
                Incident = incident, Position = what.Position, Part = part.Key, Kind = e.About, Says = e.Parts[part.Key],
                Assets = lines.Select(l => l.AssetId).Distinct().Count(), Lines = EvidenceLine.Pack(lines),
                RecordedBy = what.Entry.RecordedByName, RecordedAt = what.Entry.RecordedAt,
            });
        }
    }

    static async Task<Dictionary<string, int>> Ids(DeskDb db, string[] keys, CancellationToken ct)
    {
        // One parameter, however many keys: a database takes some thousand at most.
        var found = await db.Assets.Where(a => EF.Parameter(keys).Contains(a.Key))
            .Select(a => new { a.Key, a.Id }).ToDictionaryAsync(a => a.Key, a => a.Id, StringComparer.Ordinal, ct);
        return found.Count == keys.Length ? found
            : throw new InvalidDataException($"The entry speaks of {keys.Length} assets, {found.Count} of them are here.");
    }

    static async Task Withdraw(DeskDb db, int incident, int of, int at, CancellationToken ct)
    {
        await db.Evidence.Where(p => p.Incident == incident && p.Position == of).LoadAsync(ct);
        // While a stream is replayed, rows of earlier entries are not in the database yet.
        foreach (var piece in db.Evidence.Local.Where(p => p.Incident == incident && p.Position == of && p.WithdrawnAt is null).ToList())
            db.Entry(piece).CurrentValues.SetValues(piece with { WithdrawnAt = at });
    }
}
