using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>Nobody looked at it again in time. It stays paused; the desk itself records this, once for each time that was set.</summary>
/// <param name="Reviewer">Who had to look.</param>
/// <param name="Escalated">Whether it was still overdue a day later.</param>
[EventName("pause-review-passed.2"), Telling]
public sealed record RecheckMissed(string Key, [property: Wording] string Target,
    [property: Wording] string? Reviewer, DateTimeOffset ReviewBy, bool Escalated)
    : TimelineEvent, IRecheckMissed
{
    string IAboutPause.Step => Escalated ? "escalated, still paused" : "overdue, still paused";
    string? IAboutPause.Reason => $"Its re-check{(Reviewer is null ? "" : $" by {Reviewer}")} was due {Instants.Say(ReviewBy)}";

    public override string Sentence() => Escalated
        ? $"Escalated to leadership: {Recheck} was due {Instants.Say(ReviewBy)} and has not been done. It is still paused."
        : $"{char.ToUpperInvariant(Recheck[0])}{Recheck[1..]} was due {Instants.Say(ReviewBy)}: overdue, still paused.";

    string Recheck => $"the re-check of the pause {Key} ({Target}){(Reviewer is null ? "" : $" by {Reviewer}")}";
}

/// <summary>What both ways of recording it say.</summary>
internal interface IRecheckMissed : IAboutPause
{
    DateTimeOffset ReviewBy { get; }
    bool Escalated { get; }
}

/// <summary>The same, as it was recorded before a person was responsible for the re-check.</summary>
[EventName("pause-review-passed.1"), Telling]
public sealed record RecheckOfNobodyMissed(string Key, [property: Wording] string Target, DateTimeOffset ReviewBy, bool Escalated)
    : TimelineEvent, IRecheckMissed
{
    string IAboutPause.Step => ((IAboutPause)Named).Step;
    string? IAboutPause.Reason => ((IAboutPause)Named).Reason;

    public override string Sentence() => Named.Sentence();

    RecheckMissed Named => new(Key, Target, null, ReviewBy, Escalated);
}
