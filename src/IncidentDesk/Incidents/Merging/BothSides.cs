using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Merging;

/// <summary>
/// What one decision writes on the streams of two incidents: each keeps its own entry, so
/// that each can be rebuilt alone.
/// </summary>
internal sealed record BothSides(Fact Here, Fact There);

internal static class RecordingBoth
{
    /// <summary>Answers with the position on the stream of the incident the command was about.</summary>
    public static async Task<Outcome<Position>> OnBoth(this Recorder recorder, int here, int there, BothSides facts, CancellationToken ct)
    {
        var position = await recorder.Append(Streams.Incident(here), ct, facts.Here);
        if (position.Refusal is { } refusal) return refusal;
        var other = await recorder.Append(Streams.Incident(there), ct, facts.There);
        return other.Refusal is { } second ? second : new Position(position.Value);
    }
}
