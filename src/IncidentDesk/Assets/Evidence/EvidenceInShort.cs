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
        if (all.Readers.Count == 0) return "It is not recorded who could read them.";
        var groups = all.Readers.Take(MostGroups).Select(g =>
            $"{g.Group}, {g.Size.Say("person", "people")}: "
                + $"{g.Assets.Assets()}{(g.LongestHours is { } hours ? $", up to {TimeSpan.FromHours(hours).Lasting()}" : "")}.{Ends(g)}");
        var more = all.Readers.Count > MostGroups ? $" {(all.Readers.Count - MostGroups).Figure()} more "
            + $"{(all.Readers.Count == MostGroups + 1 ? "group" : "groups")} could read some of them." : "";
        var missing = all.ReadersUnknown > 0 ? $" For {all.ReadersUnknown.Assets()} it is not recorded who could read them." : "";
        return string.Join(' ', groups) + more + missing;
    }

    static string Ends(ReaderGroup g) => (g.StartUnknown, g.EndOpen) switch
    {
        (0, 0) => "",
        ( > 0, 0) => $" The start is unknown for {g.StartUnknown.Assets()}.",
        (0, > 0) => $" No end is recorded for {g.EndOpen.Assets()}.",
        _ => $" The start is unknown for {g.StartUnknown.Assets()}, and no end is recorded for {g.EndOpen.Assets()}.",
    };

    static string Did(EvidenceFigures all)
    {
        if (all.NotSearched == all.Assets) return "No search for accesses is recorded.";
        var found = all.Accesses > 0
            ? $"{all.Accesses.Figure()} {(all.Accesses == 1 ? "access" : "accesses")} found, in {all.Findings.AccessFound.Assets()}."
            : "No access was found in the sources searched.";
        var none = all.Accesses > 0 && all.FoundNone > 0 ? $" For {all.FoundNone.Assets()} a search found none." : "";
        var estimated = all.AccessesEstimated > 0 ? $" About {all.AccessesEstimated.Figure()} more are estimated." : "";
        var unknown = all.AccessesUnknown > 0 ? $" For {all.AccessesUnknown.Assets()} a search could not determine the number." : "";
        var unsearched = all.NotSearched > 0 ? $" For {all.NotSearched.Assets()} no search is recorded." : "";
        return found + none + estimated + unknown + unsearched;
    }

    static string Known(EvidenceFigures all, IReadOnlyList<SearchedSource> sources, IReadOnlyList<CoveredByLog> logs)
    {
        var by = sources.Select(s => s.LookedBy.Count == 0 ? s.Source : $"{s.Source}, by {string.Join(", ", s.LookedBy)}");
        var searched = sources.Count == 0 ? "Nothing was searched." : $"Searched: {string.Join("; ", by)}.";
        if (logs.Count == 0) return $"{searched} It is not recorded what the logs cover.";
        return $"{searched} {Share(all.Coverage)}";
    }

    /// <summary>"Complete logs cover 78% of the time of exposure, …".</summary>
    public static string Share(CoverageFigures coverage)
    {
        if (coverage.Complete is not { } share)
            return "It is not known how much of the exposure window the logs cover: its start is not recorded.";
        var gaps = coverage.WithGaps > 0 ? $", and logs with gaps {Percent(coverage.WithGaps.Value)} more" : "";
        var unknown = coverage.WindowUnknown > 0 ? $" Not counted: {coverage.WindowUnknown.Assets()} without a recorded start." : "";
        return $"Complete logs cover {Percent(share)} of the exposure window{gaps}: {coverage.Whole.Assets()} "
            + $"completely, {coverage.Partly.Figure()} in part, {coverage.Not.Figure()} not at all.{unknown}";
    }

    static string Unknown(EvidenceFigures all)
    {
        var open = all.Findings.CannotBeAssessed + all.Findings.ToBeDetermined;
        if (open == 0) return "The evidence shows for every asset whether it was read.";
        string[] kinds = [.. new[]
        {
            (all.Findings.CannotBeAssessed, "cannot be assessed"),
            (all.Findings.ToBeDetermined, all.Findings.ToBeDetermined == 1 ? "is to be determined" : "are to be determined")
        }
            .Where(k => k.Item1 > 0).Select(k => $"{k.Item1.Figure()} {k.Item2}")];
        return $"Whether {open.Assets()} of {all.Assets.Figure()} {(open == 1 ? "was" : "were")} read: {string.Join(", ", kinds)}. "
            + string.Join(' ', all.Doubts.Select(d => $"For {d.Assets.Figure()}: {d.Why}"));
    }

    /// <summary>Rounded down, so that 100% is all of it; and what is more than nothing never reads 0.</summary>
    public static string Percent(double share) =>
        share is > 0 and < 0.01 ? "less than 1%" : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(share * 100):0}%");
}
