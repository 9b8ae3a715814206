using System.Text;
using IncidentDesk.Documents.Markdown;
using IncidentDesk.Reports;

namespace IncidentDesk.Documents;

/// <summary>Writes a report as Markdown in which no text can pass for markup.</summary>
public static class MarkdownDocument
{
    public const string ContentType = "text/markdown; charset=utf-8";

    /// <summary>UTF-8 without a byte order mark; <paramref name="destination"/> stays open.</summary>
    public static void Write(Report report, Stream destination)
    {
        using var markdown = new StreamWriter(destination, new UTF8Encoding(false), 64 * 1024, leaveOpen: true) { NewLine = "\n" };
        var (marks, provenance) = (report.Marks, new Provenance(report.Marks));
        var blocks = new MarkdownBlocks(markdown, marks);
        markdown.WriteLine($"**{MarkdownText.Line(marks.Classification)}**\n");
        markdown.WriteLine($"# {MarkdownText.Line(report.Title)}\n");
        markdown.WriteLine($"{MarkdownText.Line(marks.Subject)} · {MarkdownText.Line(marks.Kind)}\n");
        blocks.KeyValues(provenance.TitleRows);
        markdown.WriteLine();
        foreach (var block in report.Blocks) blocks.Write(block);
        markdown.WriteLine($"---\n\n{MarkdownText.Line($"{marks.Subject} · {provenance.AsKnownAt} · {provenance.Position}")} "
            + $"· head hash {MarkdownText.Code(marks.HeadHash)}\n");
        markdown.WriteLine($"**{MarkdownText.Line(marks.Classification)}**");
    }
}
