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

    /// <summary>
    /// Of how many assets searches were recorded, and each of them found none; whether that
    /// shows anything, the findings say.
    /// </summary>
    public required int FoundNone { get; init; }
    public required CoverageFigures Coverage { get; init; }
    public required AssessmentTally Findings { get; init; }

    /// <summary>Why nothing firmer can be said, the most frequent reason first.</summary>
    public required IReadOnlyList<DoubtCount> Doubts { get; init; }

    /// <summary>Of how many assets the disclosure that somebody set says something else than the evidence.</summary>
    public required int Contradictions { get; init; }
    public required int Exposed { get; init; }
    public required int Contained { get; init; }
    public required int Verified { get; init; }

    internal static EvidenceFigures Of(IEnumerable<Examined> assets, DateTimeOffset at)
    {
        var cases = Counted(assets);
        return new()
        {
            Assets = cases.Sum(c => c.Count), Readers = ReaderGroup.Of(cases, at), ReadersUnknown = Count(cases, c => c.Readers.Count == 0),
            Accesses = cases.Sum(c => c.Case.Assessment.Actual * c.Count),
            AccessesEstimated = cases.Sum(c => c.Case.Assessment.Estimated * c.Count),
            AccessesUnknown = Count(cases, c => c.Assessment.Unknown > 0), NotSearched = Count(cases, c => !c.Searched),
            FoundNone = Count(cases, c => c.Searched && c.Assessment is { Actual: 0, Estimated: 0, Unknown: 0 }),
            Coverage = CoverageFigures.Of(cases), Findings = AssessmentTally.Of(cases), Doubts = DoubtCount.Of(cases),
            Contradictions = Count(cases, c => c.Contradiction is not null),
            Exposed = Count(cases, c => c.Containment is Containment.Exposed),
            Contained = Count(cases, c => c.Containment is Containment.Contained),
            Verified = Count(cases, c => c.Containment is Containment.Verified),
        };
    }

    /// <summary>How many assets each case has; what is then counted costs as much as there are cases.</summary>
    internal static List<(EvidenceCase Case, int Count)> Counted(IEnumerable<Examined> assets) =>
        [.. assets.CountBy(a => a.Case).Select(c => (c.Key, c.Value))];

    static int Count(List<(EvidenceCase Case, int Count)> cases, Func<EvidenceCase, bool> which) =>
        cases.Where(c => which(c.Case)).Sum(c => c.Count);
}

/// <param name="Why">The doubt as a sentence.</param>
public sealed record DoubtCount(Doubt Doubt, int Assets, string Why)
{
    internal static IReadOnlyList<DoubtCount> Of(List<(EvidenceCase Case, int Count)> cases) =>
        [.. cases.Where(c => c.Case.Assessment.Doubt is not Doubt.None)
            .GroupBy(c => c.Case.Assessment.Doubt).Select(g => new DoubtCount(g.Key, g.Sum(c => c.Count), g.Key.Words()))
            .OrderByDescending(d => d.Assets).ThenBy(d => d.Doubt)];
}

/// <summary>Assets by what the evidence comes to.</summary>
public sealed record AssessmentTally(int AccessFound, int AccessLikely, int NoAccessFound, int CannotBeAssessed, int ToBeDetermined)
{
    public int Of(AccessAssessment access) => access switch
    {
        AccessAssessment.AccessFound => AccessFound,
        AccessAssessment.AccessLikely => AccessLikely,
        AccessAssessment.NoAccessFound => NoAccessFound,
        AccessAssessment.CannotBeAssessed => CannotBeAssessed,
        _ => ToBeDetermined,
    };

    internal static AssessmentTally Of(List<(EvidenceCase Case, int Count)> cases)
    {
        int Count(AccessAssessment access) => cases.Where(c => c.Case.Assessment.Access == access).Sum(c => c.Count);
        return new(Count(AccessAssessment.AccessFound), Count(AccessAssessment.AccessLikely), Count(AccessAssessment.NoAccessFound),
            Count(AccessAssessment.CannotBeAssessed), Count(AccessAssessment.ToBeDetermined));
    }
}

/// <summary>How much of the time of exposure logs hold, all assets taken together.</summary>
/// <param name="Complete">0 to 1: the share that complete logs hold; null where no start of an exposure is on record.</param>
/// <param name="WithGaps">0 to 1: what logs with gaps hold beyond that.</param>
/// <param name="Whole">How many assets are covered by complete logs over the whole time.</param>
/// <param name="WindowUnknown">How many have no start of their exposure on record; they are in no share.</param>
public sealed record CoverageFigures(double? Complete, double? WithGaps, int Whole, int Partly, int Not, int WindowUnknown)
{
    internal static CoverageFigures Of(List<(EvidenceCase Case, int Count)> cases)
    {
        var (window, covered, gaps, whole, partly, not, unknown) = (0d, 0d, 0d, 0, 0, 0, 0);
        foreach (var (a, count) in cases.Select(c => (c.Case.Assessment, c.Count)))
        {
            if (a.Window is not { } time) { unknown += count; continue; }
            (window, covered, gaps) = (window + ((double)time.Length.Ticks * count),
                covered + ((double)a.Covered.Ticks * count), gaps + ((double)a.CoveredWithGaps.Ticks * count));
            if (a.Covered == time.Length) whole += count;
            else if (a.Covered + a.CoveredWithGaps == TimeSpan.Zero) not += count;
            else partly += count;
        }
        return window == 0 ? new(null, null, 0, 0, 0, unknown)
            : new(Math.Round(covered / window, 4), Math.Round(gaps / window, 4), whole, partly, not, unknown);
    }
}
