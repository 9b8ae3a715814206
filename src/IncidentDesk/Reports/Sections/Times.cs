using IncidentDesk.Incidents;

namespace IncidentDesk.Reports.Sections;

/// <summary>The four milestones, how long lay between them, and where they cannot all be true.</summary>
internal static class Times
{
    public static IEnumerable<Block> Of(Known known)
    {
        yield return new Block.Heading(1, "Key times");
        yield return new Block.KeyValues([.. Enum.GetValues<Milestone>().Select(m => Row(known, m)), .. Spans(known.Incident)]);
        if (known.Incident.Contradictions is { Count: > 0 } wrong)
            yield return new Block.Callout(Tone.Warning, "These times cannot all be true", string.Join('\n', wrong));
    }

    static KeyValue Row(Known known, Milestone milestone) => known.Incident.TimeOf(milestone) is { } at
        ? new(milestone.Word().Capital(), milestone is Milestone.Declared ? $"{known.Say(at)}, by {known.Incident.DeclaredBy}" : known.Say(at))
        : new(milestone.Word().Capital(), milestone is Milestone.Resolved ? "Not resolved" : "Not known", Tone.Quiet);

    static IEnumerable<KeyValue> Spans(Incident incident)
    {
        if (incident is { StartedAt: { } started, DetectedAt: { } noticed } && started < noticed)
            yield return new("Went unnoticed for", Phrases.Lapse(noticed - started));
        if (incident is { DetectedAt: { } detected, ResolvedAt: { } resolved } && detected < resolved)
            yield return new("From detected to resolved", Phrases.Lapse(resolved - detected));
    }
}
