using IncidentDesk.Record;

namespace IncidentDesk.Reviews.Events;

/// <summary>Somebody checked a safeguard.</summary>
[EventName("safeguard-verified.1"), Telling]
public sealed record SafeguardVerified(
    string Subject, int Safeguard, SafeguardKind Kind, SafeguardResult Standing, [property: Wording] string Evidence)
    : TimelineEvent, IAboutSubject
{
    public override string Sentence() => $"Safeguard {Safeguard} of {Subject} ({Kind.Word()}) {Standing.Word()}. Proof: {Evidence}";
}
