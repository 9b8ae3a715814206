using IncidentDesk.Reviews;

namespace IncidentDesk.Reports.Sections;

/// <summary>
/// Which reviews were required of what the incident is about, which exist, and which cannot
/// be shown; whom safeguards cover.
/// </summary>
internal static class ReviewsShown
{
    static readonly Column[] Columns = [new("Required review", 1.6), new("State", 1.1), new("What is known", 3)];

    public static IEnumerable<Block> Of(ReportFacts facts)
    {
        if (facts.Reviews.Count == 0) yield break;
        yield return new Block.Heading(1, "Reviews");
        foreach (var sheet in facts.Reviews)
        {
            yield return new Block.Heading(2, sheet.Name);
            if (sheet.Required.Count == 0)
                yield return new Block.Paragraph(sheet.Unclear.Count == 0 ? "No rule requires a review."
                    : "It is not clear whether reviews are required: it is not recorded whether it holds data about people.");
            else yield return new Block.Table("", Columns, [.. sheet.Required.Select(Row)]);
            foreach (var safeguard in sheet.Subject.ClaimedSafeguards)
                yield return new Block.Paragraph($"{safeguard.Kind.Word().Capital()}, claimed in {safeguard.ClaimedIn}: "
                    + $"{safeguard.Claim.Closed()} {safeguard.InWords} {safeguard.Standing.Word().Capital().Closed()}",
                    safeguard.IsUnequal ? Tone.Danger : Tone.Plain);
        }
        yield return new Block.Paragraph("Requirements follow the rules at the time of printing.", Tone.Quiet);
    }

    /// <summary>One sentence for the head of the report; empty when nothing in the register is concerned.</summary>
    public static string InShort(ReportFacts facts) => facts.Reviews.Count == 0 ? "" : ReviewsInShort.Of(facts.Reviews).InWords;

    static IReadOnlyList<Cell> Row(Reviews.Requiring.RequiredReview review) =>
        [review.Name, new(review.State.Word().Capital(), review.IsOpen
            ? review.State is RequiredState.UnmetConditions or RequiredState.NotLookedFor ? Tone.Warning : Tone.Danger
            : Tone.Good), review.Says];
}
