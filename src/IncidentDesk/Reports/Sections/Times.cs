using IncidentDesk.Incidents;

namespace IncidentDesk.Reports.Sections;

/// <summary>The four milestones, and how long lay between them.</summary>
internal static class Times
{
    public static IEnumerable<KeyValue> Of(ReportFacts facts) =>
        [.. Enum.GetValues<Milestone>().Select(m => Row(facts, m)), .. Spans(facts.Incident)];

    static KeyValue Row(ReportFacts facts, Milestone milestone) => facts.Incident.TimeOf(milestone) is { } at
        ? new(milestone.Word().Capital(),
            milestone is Milestone.Declared ? $"{facts.Say(at)}, by {facts.Incident.DeclaredBy}" : facts.Say(at))
        : new(milestone.Word().Capital(), milestone is Milestone.Resolved ? "Not resolved" : "Not known", Tone.Quiet);

    static IEnumerable<KeyValue> Spans(Incident incident)
    {
        if (incident is { StartedAt: { } started, DetectedAt: { } noticed } && started < noticed)
            yield return new("Time to detection", Phrases.Lapse(noticed - started));
        if (incident is { DetectedAt: { } detected, ResolvedAt: { } resolved } && detected < resolved)
            yield return new("From detection to resolution", Phrases.Lapse(resolved - detected));
    }
}
