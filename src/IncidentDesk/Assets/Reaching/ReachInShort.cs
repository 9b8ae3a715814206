using System.Collections.Concurrent;
using IncidentDesk.Assets.Lineage;
using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Reaching;

/// <summary>
/// The figures of a blast radius for pages that everybody looks at all the time: worked out once for what is linked and for the
/// version of the catalogue, and never waited for while the catalogue is read for the first time.
/// </summary>
public sealed class ReachInShort(CatalogueLineage lineage, Desk desk, TimeProvider clock)
{
    const int Most = 256;
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    static readonly string[] Linking = [.. EventNames.All.Where(name => EventNames.TypeOf(name).IsAssignableTo(typeof(ITalliesAssets)))];
    readonly ConcurrentDictionary<(int Incident, int Linked, long Version, DateOnly Day), BlastRadius> _known = new();
    Task? _reading;

    /// <summary>Null while it is being worked out, and where nothing is linked.</summary>
    /// <param name="db">As the caller sees it.</param>
    /// <param name="incident">As the caller sees it.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<BlastRadius?> Of(DeskDb db, Incident incident, CancellationToken ct = default)
    {
        if (incident.Tally.Total == 0 || !await Ready()) return null;
        var graph = await lineage.Now(db, ct);
        var stream = Streams.Incident(incident.Number);
        var linked = await db.Entries
            .Where(e => e.Stream == stream && e.Position <= incident.Position && Linking.Contains(e.Kind))
            .MaxAsync(e => (int?)e.Position, ct) ?? 0;
        // Sources grow old from one day to the next.
        var key = (incident.Number, linked, graph.Version, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (_known.TryGetValue(key, out var known)) return known;
        var radius = await new Reached(graph, await LinkQueries.LinkedIds(db, incident, ct), ReachWanted.Usual)
        {
            Incident = incident.Number, Position = incident.Position
        }
            .Count(db, clock.GetUtcNow(), ct);
        if (_known.Count >= Most) _known.Clear();
        return _known[key] = radius.WithGroups(1);
    }

    /// <summary>Whoever comes first sets the reading going; it goes on when they leave.</summary>
    async Task<bool> Ready()
    {
        if (lineage.IsLoaded) return true;
        _reading ??= Task.Run(() => desk.Read(Actor.Nobody, (db, _) => lineage.Now(db, default)), CancellationToken.None);
        if (await Task.WhenAny(_reading, Task.Delay(Patience)) != _reading) return false;
        if (_reading.IsCompletedSuccessfully) return true;
        _reading = null;
        return false;
    }
}
