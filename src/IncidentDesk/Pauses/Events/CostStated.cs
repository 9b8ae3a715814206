using IncidentDesk.Assets.Evidence;
using IncidentDesk.Pauses.Costing;
using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>What the pause costs those who pay for it.</summary>
/// <param name="Figure">In whole <paramref name="Unit"/>; null when nobody knows.</param>
/// <param name="Per">Of which period: "day", "week", "in all".</param>
[EventName("pause-cost-stated.1")]
public sealed record CostStated(string Key, [property: Wording] string Text, int? Figure, string? Unit, string? Per, Certainty Certainty) : TimelineEvent, IAboutPause
{
    string IAboutPause.Step => "cost stated";
    string? IAboutPause.Reason => new PauseCost(Text, Figure, Unit, Per, Certainty).Say();

    public override string Sentence() => $"Pause {Key}, what it costs: {new PauseCost(Text, Figure, Unit, Per, Certainty).Say()}";
}
