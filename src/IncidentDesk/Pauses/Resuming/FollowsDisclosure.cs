using IncidentDesk.Incidents;
using IncidentDesk.Pauses.Events;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses.Resuming;

/// <summary>An approval to resume rests on what was known of the incident's assets by then; it lapses when that changes.</summary>
internal sealed class FollowsDisclosure : IFollows<ITalliesAssets>
{
    const string Why = "the recorded disclosure of the incident's assets changed after the approval.";

    static readonly string[] Tallying = [.. EventNames.All.Where(k => EventNames.TypeOf(k).IsAssignableTo(typeof(ITalliesAssets)))];

    public async Task<IReadOnlyList<Consequence>> Follow(ITalliesAssets what, Entry entry, DeskDb db, CancellationToken ct)
    {
        var approved = await db.Pauses
            .Where(p => p.Incident == entry.Incident && p.State == PauseState.ResumeApproved).OrderBy(p => p.Key).ToListAsync(ct);
        if (approved.Count == 0 || await Before(entry, db, ct) == what.Tally) return [];
        return [new(entry.Stream, [.. approved.Select(p => (Fact)new ApprovalLapsed(p.Key, p.Approval!.Name, Why))])];
    }

    /// <summary>The incident itself holds the new one by now.</summary>
    static async Task<AssetTally> Before(Entry entry, DeskDb db, CancellationToken ct)
    {
        var last = await db.Entries.AsNoTracking()
            .Where(e => e.Stream == entry.Stream && e.Position < entry.Position && Tallying.Contains(e.Kind))
            .OrderByDescending(e => e.Position).FirstOrDefaultAsync(ct);
        return last is null ? AssetTally.None : ((ITalliesAssets)Recorded.From(last).Event).Tally;
    }
}
