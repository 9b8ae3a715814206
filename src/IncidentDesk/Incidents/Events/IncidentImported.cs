using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>
/// An incident came from another desk, or back to this one, with all its entries; they stand before this one as they were.
/// Merges end here: the numbers they name were those of the other desk.
/// </summary>
/// <param name="Number">Its number here.</param>
/// <param name="From">Its number there.</param>
/// <param name="Entries">How many entries came.</param>
/// <param name="Head">The hash of the last of them, 64 hexadecimal digits.</param>
[EventName("incident-imported.1")]
public sealed record IncidentImported(int Number, int From, int Entries, string Head) : TimelineEvent
{
    public override string Sentence() => $"Imported as {Incident.NameOf(Number)} from an export of {Incident.NameOf(From)} "
        + $"with {(Entries == 1 ? "1 entry" : $"{Entries} entries")}.";
}
