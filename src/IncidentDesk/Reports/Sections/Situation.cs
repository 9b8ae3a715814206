using IncidentDesk.Incidents;

namespace IncidentDesk.Reports.Sections;

/// <summary>How bad it is, what happened, who leads and where it stands.</summary>
internal static class Situation
{
    public static IEnumerable<Block> Of(ReportFacts facts)
    {
        var incident = facts.Incident;
        yield return new Block.Callout(ToneOf(incident),
            $"{incident.Severity.Code()} {incident.Severity.Word()} · {incident.Kind.Word()} · {incident.Status.Word()}",
            Lead(facts));
        yield return new Block.Heading(1, "What happened");
        yield return incident.Summary is { } summary
            ? new Block.Markdown(summary) : new Block.Paragraph("There is no summary yet. See the latest entries below.", Tone.Quiet);
        yield return new Block.Heading(1, "Status");
        yield return new Block.KeyValues([.. Facts(facts)]);
        if (incident.Contradictions is { Count: > 0 } wrong)
            yield return new Block.Callout(Tone.Warning, "These times cannot all be true", string.Join('\n', wrong));
    }

    /// <summary>What a reader takes away who reads one paragraph.</summary>
    static string Lead(ReportFacts facts) => string.Join(' ', new[]
    {
        facts.Incident.Severity.Criterion(), Exposure.InShort(facts),
        Knowledge.Access(facts).Text, PausesShown.InShort(facts), ReviewsShown.InShort(facts),
    }.Where(sentence => sentence.Length > 0));

    static IEnumerable<KeyValue> Facts(ReportFacts facts)
    {
        var incident = facts.Incident;
        yield return new("Severity", $"{incident.Severity.Code()} {incident.Severity.Word()}, on a scale from 0 (most severe) to 5");
        yield return incident.Holder(IncidentRole.Commander) is { } commander
            ? new("Led by", $"{commander.Shown}, commander since {facts.Say(commander.Since)}")
            : new("Led by", "No commander assigned", Tone.Warning);
        if (Others(incident) is { Length: > 0 } others) yield return new("Also", others);
        foreach (var time in Times.Of(facts)) yield return time;
        yield return new("Visibility", incident.Visibility is Visibility.Private
            ? $"Private: shown only to participants ({incident.Participants.Length.Of("person", "people")})"
            : "Open to everyone on this desk");
        yield return Handling.Row(facts.Mark);
        if (facts.Playbook is { } playbook) yield return new("Playbook", playbook);
        if (incident.OriginNumber is { } origin) yield return new("Imported", $"It was {Incident.NameOf(origin)} on the desk it came from");
        if (!incident.Absorbed.IsEmpty) yield return new("Absorbed", $"{Phrases.Numbers(incident.Absorbed)}: merged as duplicates");
    }

    static string Others(Incident incident) => string.Join("; ", incident.Roles.Where(r => r.Role is not IncidentRole.Commander)
        .OrderBy(r => r.Role).Select(r => $"{r.Shown} ({r.Role.Word()})"));

    static Tone ToneOf(Incident incident) => incident switch
    {
        { IsOpen: false } => Tone.Plain,
        { Severity: <= Severity.Sev2 } => Tone.Danger,
        { Severity: Severity.Sev3 } => Tone.Warning,
        _ => Tone.Plain,
    };
}
