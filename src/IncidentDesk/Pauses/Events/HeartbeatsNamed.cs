using System.Collections.Immutable;
using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>Which sources send while it runs, and so must be silent while it is paused.</summary>
[EventName("pause-heartbeats-named.1")]
public sealed record HeartbeatsNamed(string Key, [property: Wording] ImmutableArray<string> Sources) : TimelineEvent, IAboutPause
{
    string IAboutPause.Step => "heartbeats named";
    string? IAboutPause.Reason => string.Join(", ", Sources);

    public override string Sentence() => $"Pause {Key}: these must be silent while it is paused: {string.Join(", ", Sources)}.";
}
