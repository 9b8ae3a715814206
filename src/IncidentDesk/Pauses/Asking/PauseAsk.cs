using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Pauses.Asking;

/// <summary>That a client asks for a pause. Measured, not decided: no part of the record, and not rebuilt from it.</summary>
public sealed record PauseAsk
{
    public required string PauseKey { get; init; }

    /// <summary>What it calls itself, else the name of its token.</summary>
    public required string Client { get; init; }
    public DateTimeOffset FirstAt { get; init; }
    public DateTimeOffset LastAt { get; init; }
    public long Count { get; init; }
}

internal sealed class PauseAskTable : IEntityTypeConfiguration<PauseAsk>
{
    public void Configure(EntityTypeBuilder<PauseAsk> table) => table.ToTable("PauseAsks").HasKey(a => new { a.PauseKey, a.Client });
}

/// <summary>Who keeps asking for a pause, and who fell silent.</summary>
/// <param name="Since">Those who asked since the pause is in force.</param>
/// <param name="Silent">Known clients that have not asked since: whether they stopped is not known.</param>
public sealed record PauseClients(IReadOnlyList<PauseAsk> Since, IReadOnlyList<PauseAsk> Silent)
{
    public DateTimeOffset? LastAt => Since.Count == 0 ? null : Since.Max(a => a.LastAt);
}

public static class AskQueries
{
    /// <summary>The clients of a pause the caller may see, who asked last first; null when there is no such pause for them.</summary>
    public static async Task<PauseClients?> Clients(DeskDb db, string key, CancellationToken ct = default)
    {
        return await PauseQueries.Find(db, key, ct) is { } pause ? await Of(db, pause, ct) : null;
    }

    /// <summary>The clients of a pause, who asked last first.</summary>
    public static async Task<PauseClients> Of(DeskDb db, Pause pause, CancellationToken ct = default)
    {
        var asked = await db.Set<PauseAsk>().AsNoTracking().Where(a => a.PauseKey == pause.Key)
            .OrderByDescending(a => a.LastAt).ThenBy(a => a.Client).ToListAsync(ct);
        // What is proposed stops nobody, so that nobody is silent yet.
        var since = pause.OrderedAt ?? DateTimeOffset.MinValue;
        return new([.. asked.Where(a => a.LastAt >= since)], [.. asked.Where(a => a.LastAt < since)]);
    }
}
