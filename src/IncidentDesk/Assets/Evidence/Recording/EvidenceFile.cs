using IncidentDesk.Assets.Evidence.Events;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Evidence.Recording;

/// <param name="Assets">About how many linked assets it is; 0 when nothing was matched, or the same is on record already.</param>
/// <param name="Unmatched">Keys that are not linked, or the pattern if nothing linked matches it.</param>
/// <param name="Position">Where the record of the incident stands, or where the same was said before.</param>
public sealed record EvidenceRecorded(int Assets, IReadOnlyList<string> Unmatched, int Position);

/// <summary>Putting evidence on record: choose among the linked assets, say it once, append.</summary>
internal static class EvidenceFile
{
    public static async Task<Outcome<EvidenceRecorded>> Record(
        this DeskDb db, Recorder recorder, EvidenceOnAssets c, Func<int, string, Outcome<TimelineEvent>> evidence, CancellationToken ct)
    {
        var incident = await db.Incident(c.Incident, ct);
        if (!incident.Done) return incident.Refusal;
        if (incident.Value.MustBeWorkable() is { } refused) return refused;

        var chosen = await ChosenAssets.Linked(db, c.Incident, c, "true", ct);
        if (chosen.Keys.Count == 0) return new EvidenceRecorded(0, chosen.Unmatched, incident.Value.Position);
        var said = evidence(chosen.Keys.Count, Attachment.Of(chosen.ToBytes()).Hash);
        if (!said.Done) return said.Refusal;
        if (await db.SaidBefore(c.Incident, said.Value, ct) is { } before) return new EvidenceRecorded(0, chosen.Unmatched, before);
        if (await db.RefusalOf(c.Incident, c.Replaces, ((IRecordsEvidence)said.Value).About, ct) is { } gone) return gone;

        await db.Attach(chosen.ToBytes(), ct);
        var position = await recorder.Append(Streams.Incident(c.Incident), ct, new Fact(said.Value) { Supersedes = c.Replaces });
        return position.Done ? new EvidenceRecorded(chosen.Keys.Count, chosen.Unmatched, position.Value) : position.Refusal;
    }

    /// <summary>The position at which the very same was recorded and still stands: a repeated hand adds nothing to the sums.</summary>
    public static async Task<int?> SaidBefore(this DeskDb db, int incident, TimelineEvent said, CancellationToken ct)
    {
        var payload = EventNames.Write(said);
        var onRecord = db.Evidence.Where(p => p.Incident == incident && p.WithdrawnAt == null).Select(p => p.Position);
        return await db.Entries.Where(
            e => e.Incident == incident && e.Kind == EventNames.Of(said) && onRecord.Contains(e.Position) && e.Payload == payload)
            .Select(e => (int?)e.Position).FirstOrDefaultAsync(ct);
    }

    /// <summary>Why that entry cannot be replaced or withdrawn; null when it can.</summary>
    public static async Task<Refusal?> RefusalOf(this DeskDb db, int incident, int? position, EvidenceKind? kind, CancellationToken ct)
    {
        if (position is not { } of) return null;
        var piece = await db.Evidence.AsNoTracking().FirstOrDefaultAsync(p => p.Incident == incident && p.Position == of, ct);
        return piece switch
        {
            null => new NoSuchEvidence(incident, of),
            { WithdrawnAt: { } at } => new EvidenceGone(of, at),
            _ when kind is { } wanted && piece.Kind != wanted => new EvidenceOfAnotherKind(of, piece.Kind, wanted),
            _ => null,
        };
    }
}

/// <summary>The entry is none that records evidence, or there is no such entry.</summary>
public sealed record NoSuchEvidence(int Incident, int Position)
    : Refusal.Rule($"Nothing was saved. Entry {Position} of {Incidents.Incident.NameOf(Incident)} "
        + "records no evidence about assets. Look up the number in the list of evidence.");

/// <summary>It was withdrawn or replaced before.</summary>
public sealed record EvidenceGone(int Position, int By)
    : Refusal.Rule($"Nothing was saved. The evidence of entry {Position} was already withdrawn "
        + $"or replaced by entry {By}. Replace that entry, or record the evidence again.");

/// <summary>A log is not replaced by a count of accesses.</summary>
public sealed record EvidenceOfAnotherKind(int Position, EvidenceKind Is, EvidenceKind Wanted)
    : Refusal.Rule($"Nothing was saved. Entry {Position} records {Is.Word()}, but the new "
        + $"evidence records {Wanted.Word()}. Withdraw that entry first, then record this.");
