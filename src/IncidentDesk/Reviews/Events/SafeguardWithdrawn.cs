using IncidentDesk.Record;

namespace IncidentDesk.Reviews.Events;

/// <summary>A claim is no longer made, or was never made.</summary>
[EventName("safeguard-withdrawn.1"), Telling]
public sealed record SafeguardWithdrawn(string Subject, int Safeguard, SafeguardKind Kind, [property: Wording] string Reason)
    : TimelineEvent, IAboutSubject
{
    public override string Sentence() => $"Safeguard {Safeguard} of {Subject} ({Kind.Word()}) withdrawn. Why: {Reason}";
}
