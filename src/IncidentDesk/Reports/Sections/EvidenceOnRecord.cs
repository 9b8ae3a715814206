using IncidentDesk.Assets;
using IncidentDesk.Assets.Evidence;
using IncidentDesk.Assets.Evidence.Assessing;

namespace IncidentDesk.Reports.Sections;

/// <summary>Who could read, who did, what the logs cover, and what nobody can say; from the evidence, not from what somebody set.</summary>
internal static class EvidenceOnRecord
{
    const int MostRows = 6;

    public static IEnumerable<Block> Of(ReportFacts facts)
    {
        if (facts.Evidence is not { } evidence) yield break;
        var all = evidence.All;
        yield return new Block.Heading(1, "Who could read, who did, what the logs cover");
        if (all.Contradictions > 0)
            yield return new Block.Callout(Tone.Danger, $"The disclosure of {all.Contradictions.Assets()} contradicts the evidence",
                "The disclosure that was set there differs from the recorded evidence; the previous section shows what was set.");
        yield return new Block.KeyValues(
        [
            new("Who could", evidence.InShort.WhoCould), new("Who did", evidence.InShort.WhoDid),
            new("How we know", evidence.InShort.HowKnown), new("What is not known", evidence.InShort.NotKnown),
            new("Contained",
                $"{all.Exposed.Figure()} exposed, {all.Contained.Figure()} contained, {all.Verified.Figure()} contained and verified"),
        ]);
        if (all.Readers.Count > 0) yield return Readers(facts, all.Readers);
        if (evidence.Sources.Count > 0) yield return Sources(facts, evidence.Sources);
        if (evidence.Logs.Count > 0) yield return Logs(facts, evidence.Logs);
        yield return Findings(all);
    }

    // Five columns are what a narrow screen and a sheet of paper hold.
    static Block.Table Readers(ReportFacts facts, IReadOnlyList<ReaderGroup> groups) => new("Who could read",
        [new("Group", 1.5), new("People", 1.3), new("Assets", 0.8, Numeric: true), new("Period", 2.4), new("Source", 1.8)],
        [.. groups.Take(MostRows).Select(g => (IReadOnlyList<Cell>)[
            g.Group, g.Size.Say("person", "people"), g.Assets.Figure(),
            $"{At(facts, g.From, "start unknown")} to {At(facts, g.To, "open, or unknown")}", string.Join("; ", g.KnownFrom)
        ]),
            .. More(groups.Count, 5, "group")]);

    static Block.Table Sources(ReportFacts facts, IReadOnlyList<SearchedSource> sources) =>
        new("Who did read, by source searched; two sources may have recorded the same access",
            [new("Source", 1.6), new("Assets", 0.8, Numeric: true), new("Accesses", 2), new("Period", 2.4), new("Searched by", 1.2)],
            [.. sources.Take(MostRows).Select(s => (IReadOnlyList<Cell>)[s.Source, s.Assets.Figure(), Accesses(s),
                $"{At(facts, s.From, "start not recorded")} to {At(facts, s.To, "when it was recorded")}",
                string.Join(", ", s.LookedBy)]),
                .. More(sources.Count, 5, "source")]);

    static string Accesses(SearchedSource s) => string.Join('\n', new[]
    {
        $"{s.Accesses.Figure()} counted", s.Estimated > 0 ? $"about {s.Estimated.Figure()} estimated" : null,
        s.Unknown > 0 ? $"unknown for {s.Unknown.Assets()}" : null, s.FoundNone > 0 ? $"none in {s.FoundNone.Assets()}" : null,
    }.OfType<string>());

    static Block.Table Logs(ReportFacts facts, IReadOnlyList<CoveredByLog> logs) => new("What the logs cover",
        [new("Log", 2), new("State", 1), new("Assets", 0.8, Numeric: true), new("Period", 2.6), new("Retention", 1.2)],
        [.. logs.Take(MostRows).Select(l => (IReadOnlyList<Cell>)[l.Log,
            new(l.State.Word().Capital(), l.State is LogState.Complete ? Tone.Plain : Tone.Warning), l.Assets.Figure(),
            l.State is LogState.None ? "" : $"{At(facts, l.From, "start unknown")} to {At(facts, l.To, "when it was recorded")}",
            string.Join("; ", l.Retention)]),
            .. More(logs.Count, 5, "log")]);

    static Block.Table Findings(EvidenceFigures all) =>
        new("Assessment of the evidence, in assets; “no access found” is stated only "
            + "where complete logs cover the whole exposure window and all of it was searched",
            [new("Assessment", 1.6), new("Assets", 0.7, Numeric: true), new("Reason", 2.8)],
            [.. Enum.GetValues<AccessAssessment>().Where(f => all.Findings.Of(f) > 0)
                .OrderBy(f => f is AccessAssessment.ToBeDetermined ? int.MaxValue : (int)f).Select(f => (IReadOnlyList<Cell>)
                    [new(f.Words().Capital(), f is AccessAssessment.AccessFound ? Tone.Danger : Tone.Plain),
                        all.Findings.Of(f).Figure(), Because(all, f)])]);

    static string Because(EvidenceFigures all, AccessAssessment access) => access switch
    {
        AccessAssessment.AccessFound => "A search found accesses.",
        AccessAssessment.AccessLikely => "Accesses are estimated; none was found in a log.",
        AccessAssessment.NoAccessFound => "The whole exposure window was searched, and complete logs cover it.",
        _ => string.Join('\n', all.Doubts.Where(d => (d.Doubt is Doubt.NotSearched) == (access is AccessAssessment.ToBeDetermined))
            .Select(d => $"{d.Assets.Figure()}: {d.Why}")),
    };

    static IEnumerable<IReadOnlyList<Cell>> More(int count, int columns, string what)
    {
        if (count > MostRows)
            yield return [new($"{(count - MostRows).Of($"more {what}")}", Tone.Quiet), .. Enumerable.Repeat(new Cell(""), columns - 1)];
    }

    static string At(ReportFacts facts, DateTimeOffset? instant, string unknown) => instant is { } at ? facts.Say(at) : unknown;
}
