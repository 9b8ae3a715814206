using System.Collections.Immutable;
using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>One person agrees that a part of it may resume; it stays paused until another resumes that part.</summary>
[EventName("part-resume-approved.1")]
public sealed record PartResumeApproved(string Key, ImmutableArray<PauseTarget> Parts, [property: Wording] string Reason)
    : TimelineEvent, IAboutPause
{
    string IAboutPause.Step => $"resuming {PauseTarget.Say(Parts)} approved";

    public override string Sentence() =>
        $"Resuming a part of {Key} approved: {PauseTarget.Say(Parts)}. It stays paused until another person resumes it. Why: {Reason}";
}
