using IncidentDesk.Due;
using Microsoft.Extensions.Logging;

namespace IncidentDesk.Pauses.Sighting;

/// <summary>Writes down every few seconds how often a pause was seen running.</summary>
internal sealed class SightingNotes(SightingCounter sightings, TimeProvider clock, ILogger<SightingNotes> log) : PeriodicNotes(clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromSeconds(2);

    public override Task Beat(CancellationToken ct) => sightings.Flush(ct);
}
