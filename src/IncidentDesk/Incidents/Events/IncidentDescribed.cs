using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>The title or the summary was written anew; null means that it stayed, an empty summary that it was taken out.</summary>
[EventName("incident-described.1")]
public sealed record IncidentDescribed([property: Wording] string? Title = null, [property: Wording] string? Summary = null) : TimelineEvent
{
    public override string Sentence() => (Title, Summary) switch
    {
        ({ } title, null) => $"Retitled: {title}",
        (null, "") => "The summary was taken out.",
        (null, { } summary) => $"New summary: {summary}",
        ({ } title, "") => $"Retitled, and the summary taken out: {title}",
        ({ } title, { } summary) => $"Retitled: {title}. New summary: {summary}",
        _ => "Described as before.",
    };
}
