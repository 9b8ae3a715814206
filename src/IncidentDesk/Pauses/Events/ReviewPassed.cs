using IncidentDesk.Timeline;

namespace IncidentDesk.Pauses.Events;

/// <summary>Nobody looked at it again in time. It stays paused; the desk itself records this, once for each time that was set.</summary>
/// <param name="Escalated">Whether it was still overdue a day later.</param>
[EventName("pause-review-passed.1"), Telling]
public sealed record ReviewPassed(string Key, [property: Wording] string Target, DateTimeOffset ReviewBy, bool Escalated) : TimelineEvent, IAboutPause
{
    string IAboutPause.Step => Escalated ? "escalated, still paused" : "overdue, still paused";
    string? IAboutPause.Reason => $"Its review was due {Instants.Say(ReviewBy)}";

    public override string Sentence() => Escalated
        ? $"Escalated to leadership: the review of the pause {Key} ({Target}) was due {Instants.Say(ReviewBy)} and nobody has looked at it. It is still paused."
        : $"The review of the pause {Key} ({Target}) was due {Instants.Say(ReviewBy)}: overdue, still paused.";
}
