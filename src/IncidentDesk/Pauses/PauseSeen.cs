using IncidentDesk.Pauses.Events;
using IncidentDesk.Record;

namespace IncidentDesk.Pauses;

/// <summary>When a sighting is an alarm, and when it is one more of the same.</summary>
public sealed partial record Pause
{
    /// <summary>While an alarm stands, so many sources get an entry of their own; what more there are is counted.</summary>
    const int MostSources = 20;

    /// <summary>The alarm entry this sighting is worth; null when counting it is enough.</summary>
    /// <param name="again">Counted after an earlier one had been answered: what was seen before the last
    /// verification is settled by it.</param>
    internal Fact? Seen(string source, DateTimeOffset at, string? where, string? details, bool again)
    {
        if (!IsInForce || at <= OrderedAt || (again && at <= Verification?.At)) return null;
        if (Alarm is { } alarm && (alarm.Sources.Contains(source) || alarm.Sources.Length >= MostSources)) return null;
        return new Fact(new PauseSeenRunning(Key, source, at, where, details, Approval is not null)) { HappenedAt = at };
    }

    internal Outcome<Fact> NameHeartbeats(IEnumerable<string> sources) =>
        IsOver ? new Over(Key, State.Word()) : (Fact)new HeartbeatsNamed(Key, [.. sources.Select(s => s.Trim()).Distinct()]);

    /// <summary>Whether it is on record that the re-check by the time that is set now was missed.</summary>
    bool IsReminded => Reminder?.ReviewBy == ReviewBy;

    /// <summary>When the desk next records that its re-check was missed: once for each time set, once more a day later; or never.</summary>
    internal DateTimeOffset? ReminderDue => this switch
    {
        { IsInForce: false } or { IsReminded: true, Reminder.Escalated: true } => null,
        { IsReminded: true } => ReviewBy + BeforeEscalating,
        _ => ReviewBy,
    };

    /// <summary>What records that the re-check was missed, where that is owed.</summary>
    internal RecheckMissed? Owed(DateTimeOffset now) =>
        ReminderDue <= now ? new(Key, Target, Reviewer?.Name, ReviewBy, Escalated: IsReminded) : null;

    static readonly TimeSpan BeforeEscalating = TimeSpan.FromDays(1);
}
