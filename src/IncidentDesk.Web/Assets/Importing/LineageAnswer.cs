using System.Text.Json.Serialization;
using IncidentDesk.Assets.Importing.OpenLineage.Receiving;

namespace IncidentDesk.Web.Assets.Importing;

/// <summary>What became of events, in the words of the OpenLineage standard.</summary>
/// <param name="Status"><c>success</c>, or <c>partial_success</c> when some are no events.</param>
internal sealed record LineageAnswer(string Status, LineageSummary Summary,
    [property: JsonPropertyName("failed_events")] IReadOnlyList<FailedEvent> FailedEvents)
{
    public static LineageAnswer Of(ReceivedEvents events) => new(
        events.Failed.Count == 0 ? "success" : "partial_success",
        new(events.Received, events.Received - events.Failed.Count, events.Failed.Count, 0, events.Failed.Count), events.Failed);
}

internal sealed record LineageSummary(
    int Received, int Successful, int Failed, int Retriable, [property: JsonPropertyName("non_retriable")] int NonRetriable);
