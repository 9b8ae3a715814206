using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Pauses.Sighting;

/// <summary>
/// How often one source saw it running within one minute. Counted beside the record, which holds
/// the alarm; not rebuilt from it.
/// </summary>
public sealed record PauseSighting
{
    public required string PauseKey { get; init; }
    public required string Source { get; init; }

    /// <summary>Start of the minute, UTC.</summary>
    public required DateTimeOffset Minute { get; init; }
    public int Count { get; init; }
    public DateTimeOffset FirstAt { get; init; }
    public DateTimeOffset LastAt { get; init; }
}

internal sealed class PauseSightingTable : IEntityTypeConfiguration<PauseSighting>
{
    public void Configure(EntityTypeBuilder<PauseSighting> table) =>
        table.ToTable("PauseSightings").HasKey(s => new { s.PauseKey, s.Source, s.Minute });
}

/// <summary>What one source saw in all, since the pause is in force.</summary>
public sealed record SightingTotal(string Source, int Count, DateTimeOffset First, DateTimeOffset Last);

/// <summary>How often a pause was seen running since it is in force, by whomever.</summary>
/// <param name="Last">UTC.</param>
public sealed record SeenInAll(int Count, DateTimeOffset Last);

public static class SightingQueries
{
    /// <summary>What was counted of each pause that was seen running, by its key.</summary>
    internal static async Task<Dictionary<string, SeenInAll>> InAll(DeskDb db, CancellationToken ct)
    {
        var counted = await db.PauseSightings.AsNoTracking()
            .Join(db.Pauses, s => s.PauseKey, p => p.Key, (s, p) => new { s.PauseKey, s.Count, s.LastAt, p.OrderedAt })
            .Where(s => s.LastAt > s.OrderedAt).GroupBy(s => s.PauseKey)
            .Select(g => new { g.Key, Count = g.Sum(s => s.Count), Last = g.Max(s => s.LastAt) }).ToListAsync(ct);
        return counted.ToDictionary(c => c.Key, c => new SeenInAll(c.Count, c.Last));
    }

    /// <summary>The sightings of a pause since it is in force, by source, the last one first.</summary>
    public static async Task<IReadOnlyList<SightingTotal>> Of(DeskDb db, Pause pause, CancellationToken ct = default)
    {
        var since = pause.OrderedAt ?? DateTimeOffset.MaxValue;
        var rows = await db.Set<PauseSighting>().AsNoTracking().Where(s => s.PauseKey == pause.Key && s.LastAt > since).ToListAsync(ct);
        return [.. rows.GroupBy(s => s.Source)
            .Select(g => new SightingTotal(g.Key, g.Sum(s => s.Count), g.Min(s => s.FirstAt), g.Max(s => s.LastAt)))
            .OrderByDescending(t => t.Last)];
    }
}
