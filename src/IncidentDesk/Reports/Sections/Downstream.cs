using IncidentDesk.Assets;
using IncidentDesk.Assets.Reaching;

namespace IncidentDesk.Reports.Sections;

/// <summary>What else holds data that came from what is linked: how much, how far, where, and what the figures do not know.</summary>
internal static class Downstream
{
    const int MostBars = 8, MostContainers = 8, MostColumns = 5;

    public static IEnumerable<Block> Of(ReportFacts facts)
    {
        if (facts.Reach is not { } reach) yield break;
        yield return new Block.Heading(1, "Blast radius");
        yield return new Block.Paragraph(reach.Total == 0
            ? $"Nothing is known to be downstream of the {reach.Linked.Assets()} "
                + "linked, according to the catalogue at the time of printing."
            : $"Data from the {reach.Linked.Assets()} linked flows on to {reach.Total.Assets()}, "
              + $"at most {reach.Hops.Of("hop")} away; {reach.PeopleData.Figure()} of them "
              + $"{(reach.PeopleData == 1 ? "is" : "are")} known to hold data about people. "
              + "The links are as known at the stated time; the lineage is that of the catalogue at the time of printing.");
        if (!reach.Completeness.Complete)
            yield return new Block.Callout(Tone.Warning, "What is not included", string.Join("\n", reach.Completeness.Remarks));
        if (reach.Total == 0) yield break;
        yield return new Block.BarChart("By distance from the nearest linked asset", "", [.. Distances(reach.ByDistance)]);
        yield return Containers(reach);
    }

    static IEnumerable<Bar> Distances(IReadOnlyList<ReachedAt> distances)
    {
        foreach (var at in distances.Take(MostBars)) yield return new(at.Distance.Of("hop"), at.Count);
        if (distances.Count > MostBars)
            yield return new($"{MostBars + 1} hops and more", distances.Skip(MostBars).Sum(d => d.Count), Tone.Quiet);
    }

    /// <summary>Containers down, distances across: the picture of the page in figures.</summary>
    static Block.Table Containers(BlastRadius reach)
    {
        var (largest, columns) = (reach.Telling(MostContainers), Math.Min(reach.Hops, MostColumns));
        var rest = reach.Total - largest.Sum(g => g.Count);
        var rows = largest.Select(g => (IReadOnlyList<Cell>)[
            g.Name ?? new Cell("No container", Tone.Quiet), g.Count.Figure(), g.PeopleData.Figure(),
            .. Enumerable.Range(1, columns).Select(hop => new Cell(At(g, hop, columns)))
        ]).ToList();
        if (rest > 0)
            rows.Add([new Cell($"{(reach.ByContainer.Groups - largest.Count).Figure()} more", Tone.Quiet),
                rest.Figure(), (reach.PeopleData - largest.Sum(g => g.PeopleData)).Figure()]);
        return new(rest > 0 ? "By container and distance, the largest at each" : "By container and distance",
            [new("Container", 2.2), new("Assets", 1, Numeric: true), new("With data about people", 1.2, Numeric: true),
                .. Enumerable.Range(1, columns).Select(
                    hop => new Column(hop == columns && reach.Hops > columns ? $"{hop}+ hops" : hop.Of("hop"), 0.8, Numeric: true))], rows);
    }

    static string At(ReachedGroup group, int hop, int columns)
    {
        var count = hop < columns ? group.ByDistance[hop - 1] : group.ByDistance.Skip(hop - 1).Sum();
        return count == 0 ? "" : count.Figure();
    }
}
