using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>One person agrees that it may resume; it stays paused until another resumes it.</summary>
[EventName("resume-approved.1")]
public sealed record ResumeApproved(string Key, [property: Wording] string Reason) : TimelineEvent, IAboutPause
{
    string IAboutPause.Step => "resume approved";

    public override string Sentence() => $"Resuming {Key} approved; it stays paused until another person resumes it. Why: {Reason}";
}
