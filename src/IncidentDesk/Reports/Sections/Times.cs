using IncidentDesk.Incidents;

namespace IncidentDesk.Reports.Sections;

/// <summary>The four milestones, and how long lay between them.</summary>
internal static class Times
{
    public static IEnumerable<KeyValue> Of(Known known) =>
        [.. Enum.GetValues<Milestone>().Select(m => Row(known, m)), .. Spans(known.Incident)];

    static KeyValue Row(Known known, Milestone milestone) => known.Incident.TimeOf(milestone) is { } at
        ? new(milestone.Word().Capital(),
            milestone is Milestone.Declared ? $"{known.Say(at)}, by {known.Incident.DeclaredBy}" : known.Say(at))
        : new(milestone.Word().Capital(), milestone is Milestone.Resolved ? "Not resolved" : "Not known", Tone.Quiet);

    static IEnumerable<KeyValue> Spans(Incident incident)
    {
        if (incident is { StartedAt: { } started, DetectedAt: { } noticed } && started < noticed)
            yield return new("Time to detection", Phrases.Lapse(noticed - started));
        if (incident is { DetectedAt: { } detected, ResolvedAt: { } resolved } && detected < resolved)
            yield return new("From detection to resolution", Phrases.Lapse(resolved - detected));
    }
}
