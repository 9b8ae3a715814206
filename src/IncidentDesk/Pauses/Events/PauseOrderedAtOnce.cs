using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>
/// The pause is in force from the time at which this happened; how orders were recorded before they
/// could name a decider and a later time.
/// </summary>
[EventName("pause-ordered.1"), Telling]
public sealed record PauseOrderedAtOnce(
    string Key, [property: Wording] string Target, PauseMode Mode, [property: Wording] string? Authority)
    : TimelineEvent, IAboutPause
{
    string IAboutPause.Step => "ordered";
    string? IAboutPause.Reason => Authority is null ? null : $"On behalf of: {Authority}";

    public override string Sentence() =>
        $"Pause {Key} ordered: {Target}. Mode: {Mode.Word()}.{(Authority is null ? "" : $" On behalf of: {Authority}.")}";
}
