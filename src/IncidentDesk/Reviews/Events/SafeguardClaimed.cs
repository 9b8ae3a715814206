using System.Collections.Immutable;
using IncidentDesk.Record;

namespace IncidentDesk.Reviews.Events;

/// <summary>Somebody says that people are protected in this way. Nothing is verified by it.</summary>
[EventName("safeguard-claimed.1"), Telling]
public sealed record SafeguardClaimed(
    string Subject, int Safeguard, SafeguardKind Kind, [property: Wording] string Claim, [property: Wording] string ClaimedIn,
    [property: Wording] ImmutableArray<CoveredGroup> Groups) : TimelineEvent, IAboutSubject
{
    public override string Sentence() =>
        $"Safeguard {Safeguard} of {Subject} ({Kind.Word()}): {Claim.TrimEnd('.')}, claimed in {ClaimedIn.TrimEnd('.')}. "
            + $"{new Safeguard { Number = Safeguard, Kind = Kind, Claim = Claim, ClaimedIn = ClaimedIn, Groups = Groups }.InWords}";
}
