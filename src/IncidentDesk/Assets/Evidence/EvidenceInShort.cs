using System.Globalization;

namespace IncidentDesk.Assets.Evidence;

/// <summary>The four questions that are asked first, each answered in a few sentences: on the page, in the report, over the API.</summary>
public sealed record EvidenceInShort(string WhoCould, string WhoDid, string HowKnown, string NotKnown)
{
    const int MostGroups = 3;

    internal static EvidenceInShort Of(EvidenceFigures all, IReadOnlyList<SearchedSource> sources, IReadOnlyList<CoveredByLog> logs) =>
        new(Could(all), Did(all), Known(all, sources, logs), Unknown(all));

    static string Could(EvidenceFigures all)
    {
        if (all.Readers.Count == 0) return "Nobody has recorded who could read them.";
        var groups = all.Readers.Take(MostGroups).Select(g =>
            $"{g.Group}, {g.Size.Say("person", "people")}: {g.Assets.Assets()}{(g.LongestHours is { } hours ? $", up to {TimeSpan.FromHours(hours).Lasting()}" : "")}.{Ends(g)}");
        var more = all.Readers.Count > MostGroups ? $" {Count(all.Readers.Count - MostGroups)} more {(all.Readers.Count == MostGroups + 1 ? "group" : "groups")} could read some of them." : "";
        var missing = all.ReadersUnknown > 0 ? $" Of {all.ReadersUnknown.Assets()} nobody has recorded who could read them." : "";
        return string.Join(' ', groups) + more + missing;
    }

    static string Ends(ReaderGroup g) => (g.StartUnknown, g.EndOpen) switch
    {
        (0, 0) => "",
        ( > 0, 0) => $" Since when is not known of {g.StartUnknown.Assets()}.",
        (0, > 0) => $" Of {g.EndOpen.Assets()} no end is on record.",
        _ => $" Since when is not known of {g.StartUnknown.Assets()}, and of {g.EndOpen.Assets()} no end is on record.",
    };

    static string Did(EvidenceFigures all)
    {
        if (all.NotSearched == all.Assets) return "Nobody has recorded a search for accesses.";
        var found = all.Accesses > 0 ? $"{Count(all.Accesses)} {(all.Accesses == 1 ? "access" : "accesses")} found, in {all.Findings.AccessFound.Assets()}." : "No access was found in what was searched.";
        var none = all.Accesses > 0 && all.FoundNone > 0 ? $" Of {all.FoundNone.Assets()} a search found none." : "";
        var estimated = all.AccessesEstimated > 0 ? $" About {Count(all.AccessesEstimated)} more by an estimate." : "";
        var unknown = all.AccessesUnknown > 0 ? $" Of {all.AccessesUnknown.Assets()} a search could not say how many." : "";
        var unsearched = all.NotSearched > 0 ? $" Of {all.NotSearched.Assets()} nobody has recorded a search." : "";
        return found + none + estimated + unknown + unsearched;
    }

    static string Known(EvidenceFigures all, IReadOnlyList<SearchedSource> sources, IReadOnlyList<CoveredByLog> logs)
    {
        var searched = sources.Count == 0 ? "Nothing was searched." : $"Searched: {string.Join("; ", sources.Select(s => s.LookedBy.Count == 0 ? s.Source : $"{s.Source}, by {string.Join(", ", s.LookedBy)}"))}.";
        if (logs.Count == 0) return $"{searched} Nobody has recorded what the logs cover.";
        return $"{searched} {Share(all.Coverage)}";
    }

    /// <summary>"Complete logs cover 78 % of the time of exposure, …".</summary>
    public static string Share(CoverageFigures coverage)
    {
        if (coverage.Complete is not { } share) return "How much of the exposure the logs cover cannot be said: no start of it is on record.";
        var gaps = coverage.WithGaps > 0 ? $", and logs with gaps {Percent(coverage.WithGaps.Value)} more" : "";
        var unknown = coverage.WindowUnknown > 0 ? $" Not counted: {coverage.WindowUnknown.Assets()} without a start on record." : "";
        return $"Complete logs cover {Percent(share)} of the time of exposure{gaps}: {coverage.Whole.Assets()} wholly, {Count(coverage.Partly)} in part, {Count(coverage.Not)} not at all.{unknown}";
    }

    static string Unknown(EvidenceFigures all)
    {
        var open = all.Findings.CannotBeAssessed + all.Findings.ToBeDetermined;
        if (open == 0) return "Of every asset the evidence says whether it was read.";
        string[] kinds = [.. new[] { (all.Findings.CannotBeAssessed, "cannot be assessed"), (all.Findings.ToBeDetermined, all.Findings.ToBeDetermined == 1 ? "is to be determined" : "are to be determined") }
            .Where(k => k.Item1 > 0).Select(k => $"{Count(k.Item1)} {k.Item2}")];
        return $"Whether {open.Assets()} of {Count(all.Assets)} {(open == 1 ? "was" : "were")} read: {string.Join(", ", kinds)}. " + string.Join(' ', all.Doubts.Select(d => $"Of {Count(d.Assets)}: {d.Why}"));
    }

    /// <summary>Rounded down, so that 100 % is all of it; and what is more than nothing never reads 0.</summary>
    public static string Percent(double share) => share is > 0 and < 0.01 ? "less than 1 %" : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(share * 100):0} %");

    static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
