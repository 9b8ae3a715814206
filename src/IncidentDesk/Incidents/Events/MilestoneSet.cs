using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>Somebody said when it started, was detected, declared or resolved; <c>Was</c> is what had been said before.</summary>
[EventName("milestone-set.1")]
public sealed record MilestoneSet(Milestone Milestone, DateTimeOffset At,
    DateTimeOffset? Was = null, [property: Wording] string? Reason = null) : TimelineEvent
{
    public override string Sentence() =>
        $"Recorded that it {Verb} at "
            + $"{Instants.Say(At)}{(Was is { } was ? $", not at {Instants.Say(was)}" : "")}{(Reason is null ? "." : $": {Reason}")}";

    string Verb => Milestone is Milestone.Started ? "started" : $"was {Milestone.Word()}";
}
