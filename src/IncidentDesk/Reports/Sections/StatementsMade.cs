using IncidentDesk.Statements;

namespace IncidentDesk.Reports.Sections;

/// <summary>What was said to whom, word for word, and what is only drafted.</summary>
internal static class StatementsMade
{
    public static IEnumerable<Block> Of(ReportFacts facts)
    {
        yield return new Block.Heading(1, "Statements");
        var published = facts.Statements.SelectMany(s => s.Publications.Select(p => (Statement: s, Publication: p)))
            .OrderBy(p => p.Publication.At).ToList();
        if (published.Count == 0) yield return new Block.Paragraph("No statement has been published.");
        foreach (var (statement, publication) in published)
        {
            yield return new Block.Heading(2, $"To {statement.Audience.Word()}: {statement.Id}, version {publication.Version}");
            yield return new Block.Paragraph(
                $"Published {facts.Say(publication.At)} · {publication.Channel} · recorded by {publication.By}", Tone.Quiet);
            yield return new Block.Markdown(Quoted(publication.Text));
            if (publication.Differs)
                yield return new Block.Paragraph($"The published text differs from version {publication.Version}.", Tone.Warning);
        }
        if (Drafts(facts) is { Count: > 0 } drafts) yield return new Block.Paragraph($"Not published: {string.Join("; ", drafts)}.");
    }

    static List<string> Drafts(ReportFacts facts) => [.. facts.Statements.Where(s => s.Publications.IsEmpty).Select(s =>
        $"{s.Id} to {s.Audience.Word()}, version "
            + $"{s.Latest.Number}{(s.Latest.Unfinished is > 0 and var gaps ? $", with {gaps.Of("place")} to complete" : "")}")];

    /// <summary>Somebody else's words stand apart from ours.</summary>
    static string Quoted(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => $"> {line}"));
}
