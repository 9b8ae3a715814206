using IncidentDesk.Assets.Evidence.Assessing;

namespace IncidentDesk.Assets.Evidence;

/// <summary>What the evidence about some linked assets adds up to.</summary>
public sealed record EvidenceFigures
{
    public required int Assets { get; init; }

    /// <summary>The groups that could read, those of most assets first.</summary>
    public required IReadOnlyList<ReaderGroup> Readers { get; init; }

    /// <summary>Of how many assets nobody has recorded who could read them.</summary>
    public required int ReadersUnknown { get; init; }

    /// <summary>Counted accesses, the sum over all searches; two sources may have seen the same one.</summary>
    public required long Accesses { get; init; }

    /// <summary>Accesses that are an estimate; not part of <see cref="Accesses"/>.</summary>
    public required long AccessesEstimated { get; init; }

    /// <summary>Of how many assets a search could not say how many accesses there were; of how many nobody recorded any search.</summary>
    public required int AccessesUnknown { get; init; }
    public required int NotSearched { get; init; }

    /// <summary>Of how many assets searches were recorded, and each of them found none; whether that shows anything, the findings say.</summary>
    public required int FoundNone { get; init; }
    public required CoverageFigures Coverage { get; init; }
    public required FindingTally Findings { get; init; }

    /// <summary>Why nothing firmer can be said, the most frequent reason first.</summary>
    public required IReadOnlyList<DoubtCount> Doubts { get; init; }

    /// <summary>Of how many assets the disclosure that somebody set says something else than the evidence.</summary>
    public required int Contradictions { get; init; }
    public required int Exposed { get; init; }
    public required int Contained { get; init; }
    public required int Verified { get; init; }

    internal static EvidenceFigures Of(IReadOnlyCollection<Examined> assets, DateTimeOffset at) => new()
    {
        Assets = assets.Count, Readers = ReaderGroup.Of(assets, at), ReadersUnknown = assets.Count(a => !a.Evidence.About(EvidenceKind.Readers).Any()),
        Accesses = assets.Sum(a => a.Assessment.Actual), AccessesEstimated = assets.Sum(a => a.Assessment.Estimated),
        AccessesUnknown = assets.Count(a => a.Assessment.Unknown > 0), NotSearched = assets.Count(a => !a.Evidence.About(EvidenceKind.Accesses).Any()),
        FoundNone = assets.Count(a => a.Assessment is { Actual: 0, Estimated: 0, Unknown: 0 } && a.Evidence.About(EvidenceKind.Accesses).Any()), Coverage = CoverageFigures.Of(assets), Findings = FindingTally.Of(assets),
        Doubts = [.. assets.Where(a => a.Assessment.Doubt is not Doubt.None).CountBy(a => a.Assessment.Doubt).Select(d => new DoubtCount(d.Key, d.Value, d.Key.Words())).OrderByDescending(d => d.Assets).ThenBy(d => d.Doubt)],
        Contradictions = assets.Count(a => a.Assessment.Contradicts(a.Evidence.Disclosure) is not null),
        Exposed = assets.Count(a => a.Evidence.Containment is Containment.Exposed), Contained = assets.Count(a => a.Evidence.Containment is Containment.Contained),
        Verified = assets.Count(a => a.Evidence.Containment is Containment.Verified),
    };
}

/// <param name="Why">The doubt as a sentence.</param>
public sealed record DoubtCount(Doubt Doubt, int Assets, string Why);

/// <summary>Assets by what the evidence comes to.</summary>
public sealed record FindingTally(int AccessFound, int AccessLikely, int NoAccessFound, int CannotBeAssessed, int ToBeDetermined)
{
    public int Of(Finding finding) => finding switch
    {
        Finding.AccessFound => AccessFound,
        Finding.AccessLikely => AccessLikely,
        Finding.NoAccessFound => NoAccessFound,
        Finding.CannotBeAssessed => CannotBeAssessed,
        _ => ToBeDetermined,
    };

    internal static FindingTally Of(IEnumerable<Examined> assets)
    {
        var counts = assets.CountBy(a => a.Assessment.Finding).ToDictionary();
        int Count(Finding finding) => counts.GetValueOrDefault(finding);
        return new(Count(Finding.AccessFound), Count(Finding.AccessLikely), Count(Finding.NoAccessFound), Count(Finding.CannotBeAssessed), Count(Finding.ToBeDetermined));
    }
}

/// <summary>How much of the time of exposure logs hold, all assets taken together.</summary>
/// <param name="Complete">0 to 1: the share that complete logs hold; null where no start of an exposure is on record.</param>
/// <param name="WithGaps">0 to 1: what logs with gaps hold beyond that.</param>
/// <param name="Whole">How many assets are covered by complete logs over the whole time.</param>
/// <param name="WindowUnknown">How many have no start of their exposure on record; they are in no share.</param>
public sealed record CoverageFigures(double? Complete, double? WithGaps, int Whole, int Partly, int Not, int WindowUnknown)
{
    internal static CoverageFigures Of(IReadOnlyCollection<Examined> assets)
    {
        var (window, covered, gaps, whole, not, unknown) = (0d, 0d, 0d, 0, 0, 0);
        foreach (var a in assets.Select(a => a.Assessment))
        {
            if (a.Window is not { } time) { unknown++; continue; }
            (window, covered, gaps) = (window + time.Length.Ticks, covered + a.Covered.Ticks, gaps + a.CoveredWithGaps.Ticks);
            if (a.Covered == time.Length) whole++;
            else if (a.Covered + a.CoveredWithGaps == TimeSpan.Zero) not++;
        }
        return window == 0 ? new(null, null, 0, 0, 0, unknown)
            : new(Math.Round(covered / window, 4), Math.Round(gaps / window, 4), whole, assets.Count - whole - not - unknown, not, unknown);
    }
}
