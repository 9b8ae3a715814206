using IncidentDesk.Timeline;

namespace IncidentDesk.Incidents.Events;

/// <summary>Somebody said when it started, was detected, declared or resolved; <c>Was</c> is what had been said before.</summary>
[EventName("milestone-set.1")]
public sealed record MilestoneSet(Milestone Milestone, DateTimeOffset At, DateTimeOffset? Was = null, [property: Wording] string? Reason = null) : TimelineEvent
{
    public override string Sentence() =>
        $"Recorded as {Milestone.Word()} at {Instants.Say(At)}{(Was is { } was ? $", until now {Instants.Say(was)}" : "")}{(Reason is null ? "." : $". {Reason}")}";
}
