using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Carrying;

/// <summary>What another room holds already, so that an incident cannot be imported as it is. Found by what it implements.</summary>
internal interface IForbidsImport
{
    /// <summary>Null where nothing stands in the way, whether or not the caller may see what does.</summary>
    Task<Refusal?> Why(DeskDb db, IReadOnlyList<TimelineEvent> events, CancellationToken ct);
}
