using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>The pause is ordered; in force from the time at which this happened, or from a later one.</summary>
/// <param name="Authority">In whose name, where that is not the person who recorded it.</param>
/// <param name="Decider">Who decided, where that is not the person who recorded it.</param>
/// <param name="EffectiveAt">From when, if that is later than the order.</param>
[EventName("pause-ordered.2"), Telling]
public sealed record PauseOrdered(
    string Key, [property: Wording] string Target, PauseMode Mode, [property: Wording] string? Authority,
    [property: Wording] string? Decider, DateTimeOffset? EffectiveAt)
    : TimelineEvent, IAboutPause
{
    string IAboutPause.Step => "ordered";
    string? IAboutPause.Reason => string.Join(". ", new[]
    {
        Decider is null ? null : $"Decided by: {Decider}", Authority is null ? null : $"On behalf of: {Authority}",
        EffectiveAt is { } from ? $"In force from {Instants.Say(from)}" : null,
    }.OfType<string>()).OrNull();

    public override string Sentence() =>
        $"Pause {Key} ordered{(EffectiveAt is { } from ? $", in force from {Instants.Say(from)}" : "")}: "
            + $"{Target}. Mode: {Mode.Word()}.{(Decider is null ? "" : $" Decided by: {Decider}.")}"
            + $"{(Authority is null ? "" : $" On behalf of: {Authority}.")}";
}
