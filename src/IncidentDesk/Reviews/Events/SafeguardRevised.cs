using System.Collections.Immutable;
using IncidentDesk.Record;

namespace IncidentDesk.Reviews.Events;

/// <summary>Whom a safeguard covers is known differently now; what was verified before speaks of other groups and counts no more.</summary>
[EventName("safeguard-revised.1"), Telling]
public sealed record SafeguardRevised(
    string Subject, int Safeguard, SafeguardKind Kind, [property: Wording] ImmutableArray<CoveredGroup> Groups,
    [property: Wording] string Reason) : TimelineEvent, IAboutSubject
{
    public override string Sentence() =>
        $"Safeguard {Safeguard} of {Subject} ({Kind.Word()}): "
            + $"{new Safeguard { Number = Safeguard, Kind = Kind, Claim = "", ClaimedIn = "", Groups = Groups }.InWords} Why: {Reason}";
}
