using System.Collections.Immutable;
using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>What the words of its scope mean for machines: programs, pipelines, features and assets by name or pattern.</summary>
[EventName("pause-targets-named.1")]
public sealed record TargetsNamed(string Key, ImmutableArray<PauseTarget> Targets) : TimelineEvent, IAboutPause
{
    string IAboutPause.Step => "targets named";
    string? IAboutPause.Reason => PauseTarget.Say(Targets);

    public override string Sentence() => $"Pause {Key} reaches: {PauseTarget.Say(Targets)}.";
}
