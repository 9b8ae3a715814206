namespace IncidentDesk.Assets.Reaching;

/// <summary>What a blast radius does not know or leaves out. A figure without it would be read as the whole.</summary>
public sealed record Completeness
{
    /// <summary>Reached assets that no catalogue describes: what lies behind them is not known.</summary>
    public required int Stubs { get; init; }

    /// <summary>Linked assets without a single edge: either nothing uses them, or nobody told the catalogue.</summary>
    public required int LinkedWithoutLineage { get; init; }

    /// <summary>
    /// Sources of what is linked or reached that were last imported longer ago than
    /// <see cref="OldAfterDays"/>, the oldest first.
    /// </summary>
    public required IReadOnlyList<OldSource> OldSources { get; init; }
    public required int OldAfterDays { get; init; }

    /// <summary>The depth at which the search ended although there was more behind it; null when it did not.</summary>
    public int? DepthLimit { get; init; }

    /// <summary>The number of assets above which it took no further step although there was one; null when it came to its end.</summary>
    public int? SizeLimit { get; init; }

    /// <summary>Assets just beyond what was reached that are left out, because no source names them any more.</summary>
    public required int GoneAssets { get; init; }

    /// <summary>Edges leading out of what was reached that are left out, because no source names them any more.</summary>
    public required int GoneEdges { get; init; }

    public bool Complete => Remarks.Count == 0;

    /// <summary>The same as sentences for a reader; empty when nothing is known to be missing.</summary>
    public IReadOnlyList<string> Remarks => [.. Said()];

    /// <summary>The same in half a line: <c>12 known by name only, 1 old source</c>.</summary>
    public string InShort => string.Join(", ", Short());

    IEnumerable<string> Short()
    {
        if (DepthLimit is { } depth) yield return $"ended after {depth.Of("hop")}";
        if (SizeLimit is { } size) yield return $"ended after {size.Assets()}";
        if (Stubs > 0) yield return $"{Stubs.Figure()} known by name only";
        if (LinkedWithoutLineage > 0) yield return $"{LinkedWithoutLineage.Figure()} linked without lineage";
        if (OldSources.Count > 0) yield return OldSources.Count.Of("old source");
        if (GoneAssets + GoneEdges > 0) yield return $"{GoneAssets.Of("asset")} and {GoneEdges.Of("connection")} gone";
    }

    IEnumerable<string> Said()
    {
        if (DepthLimit is { } depth) yield return $"The search ended after {depth.Of("hop")}; there is more beyond.";
        if (SizeLimit is { } size) yield return $"The search ended after more than {size.Assets()}; there is more beyond.";
        if (Stubs > 0)
            yield return $"{Stubs.Assets()} within reach {(Stubs == 1 ? "is" : "are")} known by name only: "
                + $"no catalogue describes {(Stubs == 1 ? "it" : "them")}, and what is beyond is not known.";
        if (LinkedWithoutLineage > 0)
            yield return $"{LinkedWithoutLineage.Figure()} of the linked assets "
                + $"{(LinkedWithoutLineage == 1 ? "has" : "have")} no lineage at all: "
                + $"either nothing uses {(LinkedWithoutLineage == 1 ? "it" : "them")}, or no catalogue records it.";
        if (OldSources is [var oldest, ..]) yield return Old(oldest);
        if (GoneAssets > 0)
            yield return $"{GoneAssets.Assets()} next to the reached ones {(GoneAssets == 1 ? "is" : "are")} left out, "
                + $"because no source names {(GoneAssets == 1 ? "it" : "them")} any longer.";
        if (GoneEdges > 0)
            yield return $"{GoneEdges.Of("connection")} {(GoneEdges == 1 ? "is" : "are")} left out, "
                + $"because no source names {(GoneEdges == 1 ? "it" : "them")} any longer.";
    }

    string Old(OldSource oldest)
    {
        var age = oldest.ImportedAt is { } at ? $"last imported {Instants.Say(at)}" : "never imported completely";
        var assets = OldSources.Sum(s => s.Assets);
        return OldSources.Count == 1
            ? $"{assets.Assets()} {(assets == 1 ? "comes" : "come")} from a "
                + $"source older than {OldAfterDays.Of("day")}: {oldest.Name}, {age}."
            : $"{assets.Assets()} come from {OldSources.Count} sources older "
                + $"than {OldAfterDays.Of("day")}; the oldest is {oldest.Name}, {age}.";
    }


}

/// <param name="ImportedAt">When an import of it was last taken to its end, UTC; null when that never was.</param>
/// <param name="Assets">How many of the linked and reached assets it was the last to describe.</param>
public sealed record OldSource(string Name, DateTimeOffset? ImportedAt, int Assets);
