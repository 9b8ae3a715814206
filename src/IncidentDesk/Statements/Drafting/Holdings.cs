using System.Collections.Immutable;
using IncidentDesk.Assets;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Statements.Drafting;

/// <summary>What is known of the data holdings (assets) of an incident, as far as a statement needs it.</summary>
public sealed record Holdings(AssetTally Tally)
{
    public static readonly Holdings None = new(AssetTally.None);

    /// <summary>The kinds among them, the most frequent first.</summary>
    public ImmutableArray<(AssetKind Kind, int Count)> Kinds { get; init; } = [];

    /// <summary>The earliest and the latest instant at which one of them could be opened; null while that is not known for each.</summary>
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? To { get; init; }

    /// <summary>As they stand now.</summary>
    internal static async Task<Holdings> Of(DeskDb db, Incident incident, CancellationToken ct)
    {
        if (incident.Tally.Total == 0) return None;
        var groups = await db.AssetLinks.Where(l => l.Incident == incident.Number && l.ToPosition == null)
            .Join(db.Assets, l => l.AssetId, a => a.Id, (l, a) => new { a.Kind, l.ExposedFrom, l.ExposedTo })
            .GroupBy(r => r.Kind)
            .Select(g => new
            {
                Kind = g.Key, Count = g.Count(), From = g.Min(r => r.ExposedFrom), To = g.Max(r => r.ExposedTo),
                NoFrom = g.Count(r => r.ExposedFrom == null), NoTo = g.Count(r => r.ExposedTo == null),
            }).ToListAsync(ct);
        return new(incident.Tally)
        {
            Kinds = [.. groups.OrderByDescending(g => g.Count).ThenBy(g => g.Kind).Select(g => (g.Kind, g.Count))],
            From = groups.Any(g => g.NoFrom > 0) ? null : groups.Min(g => g.From),
            To = groups.Any(g => g.NoTo > 0) ? null : groups.Max(g => g.To),
        };
    }
}
