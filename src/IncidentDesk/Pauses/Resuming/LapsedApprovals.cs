using IncidentDesk.Assets.Events;
using IncidentDesk.Incidents;
using IncidentDesk.Pauses.Events;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses.Resuming;

/// <summary>An approval to resume rests on what was known of the incident's assets when it was given.</summary>
internal static class LapsedApprovals
{
    const string Why = "what is known of the disclosure of the incident's assets changed after it was given.";

    /// <summary>Appends what became known, and for each pause of the incident that was approved to resume that the approval is gone.</summary>
    public static async Task<Outcome<int>> AppendDisclosure<T>(this Recorder recorder, DeskDb db, Incident incident, T what, CancellationToken ct)
        where T : TimelineEvent, ITalliesAssets
    {
        List<Fact> facts = [what];
        if (what.Tally != incident.Tally)
            foreach (var pause in await db.Pauses.Where(p => p.Incident == incident.Number && p.State == PauseState.ResumeApproved).OrderBy(p => p.Key).ToListAsync(ct))
                facts.Add(new ApprovalLapsed(pause.Key, pause.Approval!.Name, Why));
        return await recorder.Append(Streams.Incident(incident.Number), ct, facts);
    }
}
