using IncidentDesk.Incidents.Timeline;

namespace IncidentDesk.Reports.Sections;

/// <summary>Entries as lines of a report: corrections and removals are shown as what they are.</summary>
internal static class Entries
{
    public static IReadOnlyList<TimelineLine> Lines(ReportFacts facts) => [.. facts.Entries.Select(row => Line(facts, row))];

    /// <summary>That something is left out is always said, with how much.</summary>
    public static IEnumerable<Block> Withheld(ReportFacts facts)
    {
        if (facts.Withheld > 0) yield return new Block.Callout(Tone.Warning, WithheldTitle(facts.Withheld),
            facts.Withheld == 1 ? "It is under legal privilege. Its place in the chain is kept, so the record can be verified without it."
            : "They are under legal privilege. Their places in the chain are kept, so the record can be verified without them.");
    }

    /// <summary><c>3 privileged entries are withheld</c>.</summary>
    public static string WithheldTitle(int count) =>
        $"{count.Of("privileged entry", "privileged entries")} {(count == 1 ? "is" : "are")} withheld";

    static TimelineLine Line(ReportFacts facts, TimelineRow row) => new()
    {
        Position = row.Position, HappenedAt = row.HappenedAt, RecordedAt = row.RecordedAt,
        By = row.By, Text = Text(facts, row), IsMarkdown = row.Written,
        Remarks = [.. Remarks(row)], Tone = row.Supersedes is null ? Tone.Plain : Tone.Quiet,
    };

    static string Text(ReportFacts facts, TimelineRow row)
    {
        if (row.Before is not { } before) return row.Text;
        // What is added is a paragraph of its own; in Markdown that takes an empty line.
        var (text, apart) = (row.Text, row.Written ? "\n\n" : "\n");
        if (before.Text != row.Text) text += $"{apart}Original text: {before.Text}";
        return before.HappenedAt == row.HappenedAt ? text : $"{text}{apart}Original time: {facts.Say(before.HappenedAt)}.";
    }

    static IEnumerable<string> Remarks(TimelineRow row)
    {
        if (row.Privileged) yield return "privileged";
        if (row.CorrectedBy is { } correction) yield return $"corrected by #{correction}";
        if (row.RedactedBy is { } redaction) yield return $"redacted by #{redaction}";
    }
}
