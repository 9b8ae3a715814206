using System.Collections.Immutable;
using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>Marks an event that changes one pause's row.</summary>
internal interface IAboutPause
{
    string Key { get; }

    /// <summary>The step in one or two words, for the history of the pause.</summary>
    string Step { get; }
    string? Reason { get; }
}

/// <summary>Somebody asks that something stops. Nothing is paused yet.</summary>
[EventName("pause-proposed.1")]
public sealed record PauseProposed(
    string Key, [property: Wording] string Target, [property: Wording] string Scope, PauseMode Mode, [property: Wording] string Reason,
    DateTimeOffset ReviewBy, [property: Wording] ImmutableArray<string> Conditions) : TimelineEvent, IAboutPause
{
    string IAboutPause.Step => "proposed";

    public override string Sentence() => $"Pause {Key} proposed: {Target} ({Scope}). Mode: {Mode.Word()}. Why: {Reason}";
}
