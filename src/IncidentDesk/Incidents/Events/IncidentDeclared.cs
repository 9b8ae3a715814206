using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>Someone said: this is an incident. Always the first entry of a timeline.</summary>
[EventName("incident-declared.1"), Telling]
public sealed record IncidentDeclared(
    [property: Wording] string Title, Severity Severity, IncidentKind Kind, Visibility Visibility,
    [property: Wording] string? Summary = null, DateTimeOffset? StartedAt = null, DateTimeOffset? DetectedAt = null) : TimelineEvent
{
    public override string Sentence() => $"Declared as {Severity.Code()}: {Title}";
}
