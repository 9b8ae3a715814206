using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>Somebody else has to re-check the pause.</summary>
/// <param name="PreviousName">Who had to until then; null where nobody had.</param>
[EventName("pause-review-handed-over.1"), Telling]
public sealed record RecheckHandedOver(string Key, Guid Person, [property: Wording] string Name,
    [property: Wording] string? PreviousName, [property: Wording] string Reason)
    : TimelineEvent, IAboutPause
{
    string IAboutPause.Step => $"re-check handed over to {Name}";

    public override string Sentence() =>
        $"Pause {Key}: {Name} is now responsible for the "
            + $"re-check{(PreviousName is null ? "" : $", replacing {PreviousName}")}. Why: {Reason}";
}
