namespace IncidentDesk.Assets.Evidence;

/// <summary>A source that was searched for accesses, over all assets.</summary>
/// <param name="Accesses">Counted; estimates stand apart.</param>
/// <param name="Unknown">Of how many assets it could not say how many accesses there were.</param>
/// <param name="FoundNone">Of how many assets it was searched without finding any.</param>
/// <param name="LookedBy">Who looked.</param>
public sealed record SearchedSource(
    string Source, int Assets, long Accesses, long Estimated, int Unknown, int FoundNone, DateTimeOffset? From, DateTimeOffset? To, IReadOnlyList<string> LookedBy)
{
    internal static IReadOnlyList<SearchedSource> Of(EvidenceBook book) => [.. book.Assets
        .SelectMany(a => a.Evidence.About(EvidenceKind.Accesses).Select(s => (a.Key, s.Piece.Says, s.Line))).GroupBy(s => s.Says.Subject ?? "").Select(g => new SearchedSource(
            g.Key, g.Select(s => s.Key).Distinct().Count(), Sum(g.Select(s => s.Line), Certainty.Actual), Sum(g.Select(s => s.Line), Certainty.Estimate),
            g.Where(s => s.Line.Figure.Is is Certainty.Unknown).Select(s => s.Key).Distinct().Count(),
            g.Where(s => s.Line.Figure is { Is: Certainty.Actual, Count: 0 }).Select(s => s.Key).Distinct().Count(),
            g.Min(s => s.Line.From), g.Max(s => s.Line.To), [.. g.Select(s => s.Says.By).OfType<string>().Distinct().Order(StringComparer.Ordinal)]))
        .OrderByDescending(s => s.Assets).ThenBy(s => s.Source, StringComparer.Ordinal)];

    static long Sum(IEnumerable<EvidenceLine> lines, Certainty certainty) => lines.Where(l => l.Figure.Is == certainty).Sum(l => (long)l.Figure.Count!);
}

/// <summary>A log, and what it holds of how many assets.</summary>
/// <param name="EndOpen">Of how many assets it was still kept when that was recorded.</param>
/// <param name="Retention">How long it is kept, in words.</param>
public sealed record CoveredByLog(string Log, LogState State, int Assets, DateTimeOffset? From, DateTimeOffset? To, int EndOpen, IReadOnlyList<string> Retention)
{
    internal static IReadOnlyList<CoveredByLog> Of(EvidenceBook book) => [.. book.Assets
        .SelectMany(a => a.Evidence.About(EvidenceKind.Coverage).Select(s => (a.Key, s.Piece.Says, s.Line))).GroupBy(s => (Log: s.Says.Subject ?? "", State: s.Says.Log!.Value)).Select(g => new CoveredByLog(
            g.Key.Log, g.Key.State, g.Select(s => s.Key).Distinct().Count(), g.Min(s => s.Line.From), g.Max(s => s.Line.To),
            g.Count(s => s.Line.To is null), [.. g.Select(s => s.Says.Text).OfType<string>().Distinct().Order(StringComparer.Ordinal)]))
        .OrderBy(l => l.State).ThenByDescending(l => l.Assets).ThenBy(l => l.Log, StringComparer.Ordinal)];
}
