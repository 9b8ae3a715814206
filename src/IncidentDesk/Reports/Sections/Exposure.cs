using IncidentDesk.Assets;
using IncidentDesk.Incidents;

namespace IncidentDesk.Reports.Sections;

/// <summary>What was open, for how long, whose it is, and what is known of access.</summary>
internal static class Exposure
{
    const int MostBars = 10;
    const int MostRows = 4;

    /// <summary>One sentence for the head of the report; empty when nothing is linked.</summary>
    public static string InShort(ReportFacts facts) =>
        facts.Extent is { } extent ? $"{extent.Tally.Total.Assets()} {(extent.Tally.Total == 1 ? "is" : "are")} concerned." : "";

    public static IEnumerable<Block> Of(ReportFacts facts)
    {
        if (facts.Extent is not { } extent) yield break;
        yield return new Block.Heading(1, "Exposure");
        yield return new Block.Paragraph(
            $"{extent.Tally.Total.Assets()} {(extent.Tally.Total == 1 ? "is" : "are")} linked to this incident; "
                + $"{extent.PeopleData.Figure()} of them {(extent.PeopleData == 1 ? "is" : "are")} known to hold "
                + "data about people. Containers, owners and labels come from the catalogue at the time of printing.");
        yield return new Block.KeyValues([From(facts, extent), Until(facts, extent)]);
        yield return Disclosures(extent.Tally);
        yield return Bars(extent.Containers);
        yield return Groups("By owner", "Owner", "No owner recorded", extent.Owners);
        if (extent.Labels.Any(l => l.Name is not null))
            yield return Groups("By label; an asset is counted under each of its labels", "Label", "No label", extent.Labels);
    }

    static KeyValue From(ReportFacts facts, Extent extent) => new("Open from", End(facts, extent.Window.First,
        extent.Window.StartUnknown, "at the earliest", "the start is not known", extent.Tally.Total));

    static KeyValue Until(ReportFacts facts, Extent extent) => new("Open until", End(facts, extent.Window.Last,
        extent.Window.EndUnknown, "at the latest", "no end is recorded, so they may still be open", extent.Tally.Total));

    static string End(ReportFacts facts, DateTimeOffset? end, int missing, string bound, string unknown, int total) => end is not { } at
        ? unknown.Capital().Closed()
        : missing == 0 ? $"{facts.Say(at)}, {bound}" : $"{facts.Say(at)}, {bound}; for {missing.Figure()} of {total.Assets()} {unknown}";

    static Block.Table Disclosures(AssetTally tally) => new("What is recorded about unauthorised access",
        [new("Disclosure", 1.5), new("Assets", 0.7, Numeric: true), new("Meaning", 2.6)],
        [.. Enum.GetValues<Disclosure>().Where(d => tally.Of(d) > 0).OrderBy(Weight).Select(d => (IReadOnlyList<Cell>)
            [new(d.Words().Capital(), d is Disclosure.Disclosed ? Tone.Danger : Tone.Plain), tally.Of(d).Figure(), Meaning(d)])]);

    static int Weight(Disclosure disclosure) => disclosure is Disclosure.ToBeDetermined ? int.MaxValue : (int)disclosure;

    static string Meaning(Disclosure disclosure) => disclosure switch
    {
        Disclosure.Disclosed => "Seen by people without authorisation.",
        Disclosure.LikelyNoEvidence => "Probably seen; no evidence of it has been found.",
        Disclosure.NotEvidenceAtHand => "Not seen, and there is evidence for that.",
        Disclosure.CannotBeAssessed => "Unknown, and it cannot be determined.",
        _ => "Unknown; not determined yet.",
    };

    static Block.BarChart Bars(IReadOnlyList<RollUpRow> containers)
    {
        var rest = containers.Skip(MostBars).ToList();
        var bars = containers.Take(MostBars).Select(c => new Bar(c.Name ?? "No container", c.Count));
        return new("By container", "",
            [.. bars, .. rest.Count == 0 ? (Bar[])[] : [new(rest.Count.Of("other container"), rest.Sum(c => c.Count), Tone.Quiet)]]);
    }

    static Block.Table Groups(string caption, string title, string none, IReadOnlyList<RollUpRow> groups)
    {
        var rest = groups.Skip(MostRows).ToList();
        IReadOnlyList<Cell> Row(Cell name, int count, int people) => [name, count.Figure(), people.Figure()];
        return new(caption, [new(title, 2.4), new("Assets", 1, Numeric: true), new("With data about people", 1.4, Numeric: true)],
        [
            .. groups.Take(MostRows).Select(g => Row(g.Name ?? new Cell(none, Tone.Warning), g.Count, g.PeopleData)),
            .. rest.Count == 0 ? (IReadOnlyList<Cell>[])[]
                : [Row(new($"{rest.Count.Figure()} more", Tone.Quiet), rest.Sum(g => g.Count), rest.Sum(g => g.PeopleData))],
        ]);
    }
}
