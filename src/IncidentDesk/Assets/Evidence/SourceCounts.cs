using IncidentDesk.Assets.Evidence.Assessing;

namespace IncidentDesk.Assets.Evidence;

/// <summary>A source that was searched for accesses, over all assets.</summary>
/// <param name="Accesses">Counted; estimates stand apart.</param>
/// <param name="Unknown">Of how many assets it could not say how many accesses there were.</param>
/// <param name="FoundNone">Of how many assets it was searched without finding any.</param>
/// <param name="LookedBy">Who looked.</param>
public sealed record SearchedSource(
    string Source, int Assets, long Accesses, long Estimated, int Unknown, int FoundNone,
    DateTimeOffset? From, DateTimeOffset? To, IReadOnlyList<string> LookedBy)
{
    internal static IReadOnlyList<SearchedSource> Of(List<(EvidenceCase Case, int Count)> cases) =>
        [.. CountedLine.Of(cases, EvidenceKind.Accesses).GroupBy(s => s.Says.Subject ?? "").Select(g => new SearchedSource(
                g.Key, CountedLine.Assets(g), Sum(g, Certainty.Actual), Sum(g, Certainty.Estimate),
                CountedLine.Assets(g.Where(s => s.Line.Figure.Is is Certainty.Unknown)),
                CountedLine.Assets(g.Where(s => s.Line.Figure is { Is: Certainty.Actual, Count: 0 })), g.Min(s => s.Line.From),
                g.Max(s => s.Line.To), [.. g.Select(s => s.Says.By).OfType<string>().Distinct().Order(StringComparer.Ordinal)]))
            .OrderByDescending(s => s.Assets).ThenBy(s => s.Source, StringComparer.Ordinal)];

    static long Sum(IEnumerable<CountedLine> said, Certainty certainty) =>
        said.Where(s => s.Line.Figure.Is == certainty).Sum(s => (long)s.Line.Figure.Count! * s.Count);
}

/// <summary>A log, and what it holds of how many assets.</summary>
/// <param name="EndOpen">Of how many assets it was still kept when that was recorded.</param>
/// <param name="Retention">How long it is kept, in words.</param>
public sealed record CoveredByLog(string Log, LogState State, int Assets,
    DateTimeOffset? From, DateTimeOffset? To, int EndOpen, IReadOnlyList<string> Retention)
{
    internal static IReadOnlyList<CoveredByLog> Of(List<(EvidenceCase Case, int Count)> cases) => [.. CountedLine
        .Of(cases, EvidenceKind.Coverage)
        .GroupBy(s => (Log: s.Says.Subject ?? "", State: s.Says.Log!.Value)).Select(g => new CoveredByLog(
            g.Key.Log, g.Key.State, CountedLine.Assets(g), g.Min(s => s.Line.From),
            g.Max(s => s.Line.To), CountedLine.Assets(g.Where(s => s.Line.To is null)),
            [.. g.Select(s => s.Says.Text).OfType<string>().Distinct().Order(StringComparer.Ordinal)]))
        .OrderBy(l => l.State).ThenByDescending(l => l.Assets).ThenBy(l => l.Log, StringComparer.Ordinal)];
}

/// <summary>A line of evidence as it is said of so many assets.</summary>
internal sealed record CountedLine(EvidenceCase Case, EvidencePart Says, EvidenceLine Line, int Count)
{
    public static List<CountedLine> Of(List<(EvidenceCase Case, int Count)> cases, EvidenceKind kind) =>
        [.. cases.SelectMany(c => c.Case.Evidence.About(kind).Select(s => new CountedLine(c.Case, s.Piece.Says, s.Line, c.Count)))];

    /// <summary>Of how many assets anything of this is said; several lines about one asset count it once.</summary>
    public static int Assets(IEnumerable<CountedLine> said) => said.DistinctBy(s => s.Case).Sum(s => s.Count);
}
